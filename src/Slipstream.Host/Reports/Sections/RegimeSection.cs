using Slipstream.Host.Reports.Charts;
using Slipstream.Host.Reports.Html;
using Slipstream.Quant.Performance;
using Slipstream.Runtime.Analysis;

namespace Slipstream.Host.Reports.Sections;

/// <summary>How the run fared in trending, reverting and stormy markets.</summary>
internal static class RegimeSection
{
    private const double MostTellingShare = 10;

    public static void Write(Page page, ReportModel model)
    {
        var regimes = model.Analysis.Regimes;
        page.Write($"<section class=\"card\" id=\"regimes\"><h2>Market regimes</h2><div class=\"scroll\"><table class=\"bars\"><thead><tr><th>Regime</th><th class=\"n\">Days</th><th class=\"n\">Return</th><th class=\"n\">Benchmark</th><th class=\"n\">Sharpe</th><th class=\"n\">Profit, {model.Currency}</th><th class=\"bar\"></th><th class=\"n\">Share</th></tr></thead><tbody>");
        var scale = BarScale.Of(regimes.Select(r => r.Pnl));
        var largest = regimes.Max(r => Math.Abs(r.Pnl));
        foreach (var r in regimes)
        {
            page.Inline($"<tr><td>{Name(r.Regime)}</td><td class=\"n\">{Figures.Count(r.Days)}</td><td class=\"n\">{Figures.Percent(r.Return, signed: true)}</td><td class=\"n muted\">{Figures.Percent(r.BenchmarkReturn, signed: true)}</td><td class=\"n\">{Figures.Number(r.SharpeAnnual)}</td><td class=\"n\">{Figures.InColumn(r.Days == 0 ? null : r.Pnl, largest, signed: true)}</td><td class=\"bar\">");
            scale.Write(page, r.Pnl, r.Pnl < 0 ? "loss" : "gain");
            page.Write($"</td><td class=\"n\">{Share(r)}</td></tr>");
        }

        page.Write($"</tbody></table></div><p class=\"caption\">From the benchmark's daily returns: high volatility when the last 20 days' deviation ranks in the top fifth of the past year's; else trend when the 20-day efficiency ratio is above 0.3; else mean reversion. The first {RegimeClassifier.WarmUp - 1} days are not classified.</p></section>");
    }

    /// <summary>Shares of a sum near zero say nothing.</summary>
    private static string Share(RegimeFigures r) => r.Days == 0 || Math.Abs(r.ShareOfPnl ?? 0) >= MostTellingShare ? Figures.None : Figures.Percent(r.ShareOfPnl, false, 0);

    private static string Name(MarketRegime regime) => regime switch
    {
        MarketRegime.Trend => "Trend",
        MarketRegime.MeanRevert => "Mean reversion",
        MarketRegime.HighVol => "High volatility",
        MarketRegime.Unknown => "Not classified",
    };
}
