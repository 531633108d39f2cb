using Slipstream.Host.Reports.Charts;
using Slipstream.Host.Reports.Html;

namespace Slipstream.Host.Reports.Sections;

/// <summary>The histogram of returns beside a normal law's.</summary>
internal static class DistributionSection
{
    private const int CurvePoints = 161;

    public static void Write(Page page, ReportModel model)
    {
        var bins = model.Analysis.Histogram;
        page.Write($"<section class=\"card\" id=\"distribution\"><h2>Distribution of {bins.Basis} returns</h2>");
        if (bins.Counts.Count == 0)
        {
            page.Write($"<p class=\"empty\">The run has no returns.</p></section>");
            return;
        }

        var (edges, width) = (bins.Edges, bins.Edges[1] - bins.Edges[0]);
        var axis = Axis.Tight(edges[0], edges[^1], AxisLabels.Percent, 6);
        var normal = Normal(bins.Mean, bins.Deviation, edges[0], edges[^1], bins.Counts.Sum() * width);
        var plot = new Plot(page, axis, Axis.Linear(0, bins.Counts.Max(), AxisLabels.Amount, 4), 210);
        page.Write($"<p class=\"legend\"><span><i class=\"fill s1\"></i>Returns</span><span><i class=\"line s2\"></i>Normal law</span><span class=\"unit\">count</span></p>");
        plot.Begin($"Histogram of {bins.Basis} returns");
        plot.BeginCurves();
        for (var i = 0; i < bins.Counts.Count; i++)
        {
            var gap = width * 0.06;
            var title = $"{Figures.Percent(edges[i], signed: true)} to {Figures.Percent(edges[i + 1], signed: true)}: {Figures.Count(bins.Counts[i])}";
            plot.Box(edges[i] + (width / 2) < 0 ? "bar loss" : "bar gain", edges[i] + gap, edges[i + 1] - gap, 0, bins.Counts[i], title);
        }

        if (bins.Deviation > 0)
        {
            plot.Line("s2", [.. normal.Select(p => p.X)], [.. normal.Select(p => Math.Min(p.Y, plot.Y.Max))]);
        }

        plot.EndCurves();
        var valueAtRisk = bins.Basis == "daily" ? model.Performance.Strategy.ValueAtRisk95 : null;
        if (valueAtRisk is { } loss && -loss > axis.Min && -loss < axis.Max)
        {
            plot.Upright("mark", -loss, "VaR 95%");
        }

        plot.End();
        if (bins.Unchanged > 0)
        {
            page.Write($"<p class=\"caption\">{Figures.Count(bins.Unchanged)} returns of exactly zero are left out.</p>");
        }

        page.Write($"</section>");
    }

    private static (double X, double Y)[] Normal(double mean, double deviation, double low, double high, double area) =>
        [.. Enumerable.Range(0, CurvePoints).Select(i => low + ((high - low) * i / (CurvePoints - 1))).Select(x => (x, area * Density((x - mean) / deviation) / deviation))];

    private static double Density(double z) => Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI);
}
