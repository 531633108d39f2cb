using Slipstream.Host.Reports.Html;

namespace Slipstream.Host.Reports.Sections;

/// <summary>The table of monthly returns, coloured by size.</summary>
internal static class MonthlySection
{
    private const double StrongestFrom = 0.03;
    private const double StrongestTo = 0.25;
    private static readonly string[] Months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    public static void Write(Page page, ReportModel model)
    {
        page.Write($"<section class=\"card\" id=\"monthly\"><h2>Monthly returns</h2>");
        var years = model.Analysis.Monthly;
        if (years.Count == 0)
        {
            page.Write($"<p class=\"empty\">The run has no days.</p></section>");
            return;
        }

        var strongest = Strongest([.. years.SelectMany(y => y.Months).OfType<double>().Select(Math.Abs).Order()]);
        var hasBenchmark = years.Any(y => y.Benchmark is not null);
        page.Write($"<div class=\"scroll\"><table class=\"monthly\"><thead><tr><th>%</th>");
        foreach (var month in Months)
        {
            page.Write($"<th class=\"n\">{month}</th>");
        }

        page.Write($"<th class=\"n total\">Year</th>{new Markup(hasBenchmark ? "<th class=\"n\">Benchm.</th>" : "")}</tr></thead><tbody>");
        foreach (var year in years)
        {
            page.Write($"<tr><th>{new Markup(Figures.Count(year.Year).Replace(",", "", StringComparison.Ordinal))}</th>");
            foreach (var month in year.Months)
            {
                Cell(page, month, strongest, "");
            }

            Cell(page, year.Total, strongest * 2, " total");
            if (hasBenchmark)
            {
                page.Write($"<td class=\"n muted\">{Value(year.Benchmark)}</td>");
            }

            page.Write($"</tr>");
        }

        page.Write($"</tbody></table></div></section>");
    }

    private static void Cell(Page page, double? value, double strongest, string style)
    {
        if (value is not { } v)
        {
            page.Write($"<td class=\"n{style}\"></td>");
            return;
        }

        var strength = Math.Min(Math.Abs(v) / strongest, 1) * 0.55;
        page.Write($"<td class=\"n{style}\" style=\"background:rgba(var({(v < 0 ? "--loss-rgb" : "--gain-rgb")}),{strength})\">{Value(v)}</td>");
    }

    /// <summary>The size with full colour: what nine months in ten stay below, within reason.</summary>
    private static double Strongest(double[] sizes) => sizes.Length == 0 ? StrongestFrom : Math.Clamp(sizes[(int)(0.9 * (sizes.Length - 1))], StrongestFrom, StrongestTo);

    private static string Value(double? fraction) => fraction is { } f ? Figures.Number(f * 100, Math.Abs(f) >= 1 ? 0 : 1) : "";
}
