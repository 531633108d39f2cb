using Slipstream.Host.Reports.Html;
using Slipstream.Runtime.Analysis;

namespace Slipstream.Host.Reports.Sections;

/// <summary>The figures, strategy beside benchmark.</summary>
internal static class PerformanceSection
{
    public static void Write(Page page, ReportModel model)
    {
        var (p, s) = (model.Performance, model.Performance.Strategy);
        var b = p.Benchmark;
        page.Write($"<section class=\"card\" id=\"performance\"><h2>Performance</h2><table><thead><tr><th></th><th class=\"n\">Strategy</th><th class=\"n\">Benchmark</th></tr></thead><tbody>");
        Row(page, "Total return", Figures.Percent(s.TotalReturn, signed: true), Figures.Percent(b?.TotalReturn, signed: true));
        Row(page, "Growth a year (CAGR)", Figures.Percent(s.Cagr, signed: true), Figures.Percent(b?.Cagr, signed: true));
        Row(page, "Volatility a year", Figures.Percent(s.VolAnnual), Figures.Percent(b?.VolAnnual));
        Row(page, "Sharpe ratio", Figures.Number(s.SharpeAnnual), Figures.Number(b?.SharpeAnnual));
        Row(page, "Sortino ratio", Figures.Number(s.SortinoAnnual), Figures.Number(b?.SortinoAnnual));
        Row(page, "Calmar ratio", Figures.Number(s.Calmar), Figures.Number(b?.Calmar));
        Row(page, "Max drawdown", Figures.Percent(s.MaxDrawdown), Figures.Percent(b?.MaxDrawdown));
        Row(page, Named("Best day", s.BestDay), Day(s.BestDay), Day(b?.BestDay));
        Row(page, Named("Worst day", s.WorstDay), Day(s.WorstDay), Day(b?.WorstDay));
        Row(page, "Winning days", Figures.Percent(s.WinRate), Figures.Percent(b?.WinRate));
        Row(page, "Skewness", Figures.Number(s.Skewness), Figures.Number(b?.Skewness));
        Row(page, "Excess kurtosis", Figures.Number(s.ExcessKurtosis), Figures.Number(b?.ExcessKurtosis));
        Row(page, "Value at risk, 95%, a day", Figures.Percent(s.ValueAtRisk95), Figures.Percent(b?.ValueAtRisk95));
        Row(page, "Expected shortfall, 95%", Figures.Percent(s.ExpectedShortfall95), Figures.Percent(b?.ExpectedShortfall95));
        Row(page, "Beta to benchmark", Figures.Number(p.Beta), "");
        Row(page, "Alpha a year", Figures.Percent(p.AlphaAnnual, signed: true), "");
        Row(page, "Correlation", Figures.Number(p.Correlation), "");
        Row(page, "Turnover a year", p.TurnoverAnnual is { } turnover ? Figures.Number(turnover, 1) + "×" : Figures.None, "");
        Row(page, "Gross exposure, mean", Figures.Percent(p.AverageGrossExposure), "");
        Row(page, "Time in the market", Figures.Percent(p.TimeInMarket), "");
        page.Write($"</tbody></table></section>");
    }

    private static void Row(Page page, string name, string strategy, string benchmark) =>
        page.Write($"<tr><td>{name}</td><td class=\"n\">{strategy}</td><td class=\"n muted\">{benchmark}</td></tr>");

    private static string Named(string name, DayReturn? day) => day is { } d ? $"{name} ({Figures.Day(d.Day)})" : name;

    private static string Day(DayReturn? day) => day is { } d ? Figures.Percent(d.Return, signed: true) : Figures.None;
}
