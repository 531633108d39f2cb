using Slipstream.Host.Reports.Charts;
using Slipstream.Host.Reports.Html;

namespace Slipstream.Host.Reports.Sections;

/// <summary>Falls from the peak: the curve and the five deepest.</summary>
internal static class DrawdownSection
{
    public static void Write(Page page, ReportModel model)
    {
        page.Write($"<section class=\"card\" id=\"drawdown\"><h2>Drawdown</h2>");
        var series = model.Analysis.DrawdownSeries;
        if (series.Count == 0)
        {
            page.Write($"<p class=\"empty\">The run has no equity curve.</p></section>");
            return;
        }

        var chart = TimeChart.Of([.. series.Select(p => p.Time)], series.Select(p => -p.Fraction).ToArray());
        var plot = chart.Plot(page, Axis.Linear(Math.Min(chart.Lowest(), -0.001), 0, AxisLabels.Percent, 4), 150);
        plot.Begin("Drawdown over time", chart.Seconds, new HoverSeries("Drawdown", "pct", chart.Series[0]));
        plot.BeginCurves();
        plot.Area("area loss", chart.Seconds, chart.Series[0], 0);
        plot.Line("loss", chart.Seconds, chart.Series[0]);
        plot.EndCurves();
        plot.End();
        WriteWorst(page, model);
        page.Write($"</section>");
    }

    private static void WriteWorst(Page page, ReportModel model)
    {
        if (model.Analysis.WorstDrawdowns.Count == 0)
        {
            page.Write($"<p class=\"caption\">Equity never fell.</p>");
            return;
        }

        var isLong = model.Performance.Days > 20;
        page.Write($"<div class=\"scroll\"><table><thead><tr><th>Deepest falls</th><th>Peak</th><th>Trough</th><th>Recovered</th><th class=\"n\">Length</th></tr></thead><tbody>");
        foreach (var d in model.Analysis.WorstDrawdowns)
        {
            page.Write($"<tr><td class=\"n left loss\">{Figures.Percent(-d.Fraction)}</td><td>{Time(d.Peak)}</td><td>{Time(d.Trough)}</td><td>{(d.Recovery is { } r ? Time(r) : "not yet")}</td><td class=\"n\">{Figures.Days(d.LengthDays)}</td></tr>");
        }

        page.Write($"</tbody></table></div><p class=\"caption\">Measured on the chart's points; the maximum in the summary, {Figures.Percent(model.Performance.Strategy.MaxDrawdown)}, at each market event.</p>");

        string Time(Domain.Instant t) => isLong ? Figures.Day(t) : Figures.Minute(t);
    }
}
