using Slipstream.Host.Reports.Html;

namespace Slipstream.Host.Reports.Sections;

/// <summary>What was run, and how it came out at a glance.</summary>
internal static class HeaderSection
{
    public static void Write(Page page, ReportModel model)
    {
        var s = model.Summary;
        page.Write($"<header><div class=\"brand\"><svg width=\"22\" height=\"22\" viewBox=\"0 0 22 22\" aria-hidden=\"true\"><path d=\"M2 15C7 15 8 5 20 5M2 19C9 19 11 11 20 11M2 11C5 11 6 7 9 5\"/></svg>Slipstream</div>");
        page.Write($"<h1>{s.Strategy}</h1>");
        page.Write($"<p class=\"chips\"><span class=\"chip mode\">{s.Mode.Replace('_', ' ')}</span><span class=\"chip\">{model.Instruments(5)}</span><span class=\"chip\">{model.Period}</span></p>");
        WriteParameters(page, model);
        page.Write($"</header>");
        WriteTiles(page, model);
    }

    private static void WriteParameters(Page page, ReportModel model)
    {
        if (model.Summary.Parameters.Count == 0)
        {
            return;
        }

        page.Write($"<dl class=\"parameters\">");
        foreach (var (name, value) in model.Summary.Parameters.OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            page.Write($"<div><dt>{name}</dt><dd>{value}</dd></div>");
        }

        page.Write($"</dl>");
    }

    private static void WriteTiles(Page page, ReportModel model)
    {
        var (s, p) = (model.Summary, model.Performance);
        var costs = model.Analysis.Costs.Sum(c => c.Amount);
        var costBps = p.TradedNotional > 0 ? Figures.Number(costs / p.TradedNotional * 10_000, 1) + " bps of traded value" : "no trades";
        page.Write($"<section class=\"tiles\" aria-label=\"Summary\">");
        Tile(page, "Net profit", Figures.Headline(s.NetPnl, signed: true), $"{s.Currency}, from {Figures.Headline(s.StartingCash)}", s.NetPnl);
        Tile(page, "Total return", Figures.Percent(p.Strategy.TotalReturn, signed: true), $"benchmark {Figures.Percent(p.Benchmark?.TotalReturn, signed: true)}", p.Strategy.TotalReturn);
        Tile(page, "Growth a year", Figures.Percent(p.Strategy.Cagr, signed: true), $"benchmark {Figures.Percent(p.Benchmark?.Cagr, signed: true)}", p.Strategy.Cagr);
        Tile(page, "Sharpe ratio", Figures.Number(p.Strategy.SharpeAnnual), $"benchmark {Figures.Number(p.Benchmark?.SharpeAnnual)}", 0);
        Tile(page, "Max drawdown", Figures.Percent(p.Strategy.MaxDrawdown), $"benchmark {Figures.Percent(p.Benchmark?.MaxDrawdown)}", 0);
        Tile(page, "Volatility a year", Figures.Percent(p.Strategy.VolAnnual), $"benchmark {Figures.Percent(p.Benchmark?.VolAnnual)}", 0);
        Tile(page, "Trading costs", Figures.Headline(costs), costBps, 0);
        Tile(page, "Fills", Figures.Count(s.Fills), p.TurnoverAnnual is { } turnover ? $"turnover {Figures.Number(turnover, 1)}× a year" : p.TradedNotional > 0 ? $"worth {Figures.Headline(p.TradedNotional)} {s.Currency}" : "no turnover", 0);
        page.Write($"</section>");
    }

    private static void Tile(Page page, string name, string value, string below, double? sign)
    {
        var tone = sign switch { > 0 => " gain", < 0 => " loss", _ => "" };
        page.Write($"<div class=\"tile\"><span class=\"name\">{name}</span><span class=\"value{tone}\">{value}</span><span class=\"below\">{below}</span></div>");
    }
}
