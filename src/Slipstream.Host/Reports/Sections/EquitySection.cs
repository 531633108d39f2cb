using Slipstream.Domain;
using Slipstream.Host.Reports.Charts;
using Slipstream.Host.Reports.Html;
using Slipstream.Runtime.Results;

namespace Slipstream.Host.Reports.Sections;

/// <summary>Equity against the benchmark, and exposure.</summary>
internal static class EquitySection
{
    private const double LogarithmicFrom = 10;

    public static void WriteEquity(Page page, ReportModel model)
    {
        page.Write($"<section class=\"card\" id=\"equity\"><h2>Equity</h2>");
        var points = Points(model, p => double.IsFinite(p.Equity));
        if (points.Length == 0)
        {
            page.Write($"<p class=\"empty\">The run has no equity curve.</p></section>");
            return;
        }

        var hasBenchmark = points.All(p => double.IsFinite(p.Benchmark) && p.Benchmark > 0);
        var equity = points.Select(p => p.Equity).ToArray();
        var chart = hasBenchmark
            ? TimeChart.Of([.. points.Select(p => p.Time)], equity, [.. points.Select(p => p.Benchmark)])
            : TimeChart.Of([.. points.Select(p => p.Time)], equity);
        var isLogarithmic = chart.Lowest() > 0 && chart.Highest() / chart.Lowest() > LogarithmicFrom;
        var y = isLogarithmic
            ? Axis.Logarithmic(chart.Lowest(), chart.Highest(), AxisLabels.Amount)
            : Axis.Linear(chart.Lowest(), chart.Highest(), AxisLabels.Amount);
        page.Write($"<p class=\"legend\"><span><i class=\"line s1\"></i>{model.Summary.Strategy}</span>");
        if (hasBenchmark)
        {
            page.Write($"<span><i class=\"line s2\"></i>Benchmark: buy and hold in equal parts</span>");
        }

        page.Write($"<span class=\"unit\">{model.Currency}{(isLogarithmic ? ", logarithmic" : "")}</span></p>");
        Draw(chart, chart.Plot(page, y, 300), hasBenchmark);
        page.Write($"</section>");
    }

    public static void WriteExposure(Page page, ReportModel model)
    {
        page.Write($"<section class=\"card\" id=\"exposure\"><h2>Exposure</h2>");
        var points = Points(model, p => p.Equity > 0 && double.IsFinite(p.Equity) && double.IsFinite(p.GrossExposure) && double.IsFinite(p.NetExposure));
        if (points.Length == 0)
        {
            page.Write($"<p class=\"empty\">The run has no exposure.</p></section>");
            return;
        }

        var chart = TimeChart.Of(
            [.. points.Select(p => p.Time)], [.. points.Select(p => p.GrossExposure / p.Equity)], [.. points.Select(p => p.NetExposure / p.Equity)]);
        var plot = chart.Plot(page, Axis.Linear(Math.Min(0, chart.Lowest()), Math.Max(0.01, chart.Highest()), AxisLabels.Percent, 4), 140);
        page.Write($"<p class=\"legend\"><span><i class=\"fill s4\"></i>Gross</span><span><i class=\"line s1\"></i>Net</span><span class=\"unit\">% of equity</span></p>");
        plot.Begin("Gross and net exposure over time", chart.Seconds, new("Gross", "pct", chart.Series[0]), new("Net", "pct", chart.Series[1]));
        plot.BeginCurves();
        plot.Area("area s4", chart.Seconds, chart.Series[0], 0);
        plot.Line("s1 thin", chart.Seconds, chart.Series[1]);
        plot.EndCurves();
        plot.Level("zero", 0);
        plot.End();
        var p = model.Performance;
        page.Write($"<p class=\"caption\">Gross {Figures.Percent(p.AverageGrossExposure)} on average and {Figures.Percent(p.MaxGrossExposure)} at most; net {Figures.Percent(p.AverageNetExposure)} on average; in the market {Figures.Percent(p.TimeInMarket)} of the time.</p></section>");
    }

    private static void Draw(TimeChart chart, Plot plot, bool hasBenchmark)
    {
        HoverSeries[] hover = [.. chart.Series.Select((values, i) => new HoverSeries(i == 0 ? "Equity" : "Benchmark", "money", values))];
        plot.Begin("Equity and benchmark over time", chart.Seconds, hover);
        plot.BeginCurves();
        if (hasBenchmark)
        {
            plot.Line("s2", chart.Seconds, chart.Series[1]);
        }

        plot.Line("s1", chart.Seconds, chart.Series[0]);
        plot.EndCurves();
        plot.End();
    }

    private static EquityPoint[] Points(ReportModel model, Func<EquityPoint, bool> usable) => [.. Source(model.Run).Where(usable)];

    private static IEnumerable<EquityPoint> Source(RunResult run) => run.Equity.Count > 0
        ? run.Equity
        : run.Days.Select(d => new EquityPoint(Instant.FromUtc(d.Day.Year, d.Day.Month, d.Day.Day) + Duration.FromNanos(Duration.NanosPerDay), d.Equity, d.Benchmark, double.NaN, double.NaN));
}
