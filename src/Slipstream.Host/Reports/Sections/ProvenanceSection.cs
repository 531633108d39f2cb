using Slipstream.Host.Reports.Html;

namespace Slipstream.Host.Reports.Sections;

/// <summary>How the run went, what was refused, what to know, and the hashes that prove it.</summary>
internal static class ProvenanceSection
{
    public static void WriteNotes(Page page, ReportModel model)
    {
        page.Write($"<section class=\"card\" id=\"notes\"><h2>Notes and assumptions</h2><ul>");
        foreach (var note in model.Run.Notes.Concat(model.Analysis.Notes))
        {
            page.Write($"<li>{note}</li>");
        }

        var s = model.Summary;
        page.Write($"<li>Ratios are from daily UTC returns, {s.PeriodsPerYear} to a year, risk-free rate 0. The benchmark buys the universe in equal parts at the start and holds it, without costs.</li>");
        page.Write($"<li>Past results, simulated or not, don’t promise future ones.</li></ul></section>");
    }

    public static void WriteRefusals(Page page, ReportModel model)
    {
        page.Write($"<section class=\"card\" id=\"refusals\"><h2>Refusals by rule</h2>");
        if (model.Run.RefusalsByRule.Count == 0)
        {
            page.Write($"<p class=\"empty\">{(model.Summary.Refusals == 0 ? "The risk gate refused nothing." : Figures.Count(model.Summary.Refusals) + " intents were refused.")}</p></section>");
            return;
        }

        page.Write($"<table><thead><tr><th>Rule</th><th class=\"n\">Intents</th></tr></thead><tbody>");
        foreach (var (rule, count) in model.Run.RefusalsByRule.OrderByDescending(r => r.Value).ThenBy(r => r.Key, StringComparer.Ordinal))
        {
            page.Write($"<tr><td><code>{rule}</code></td><td class=\"n\">{Figures.Count(count)}</td></tr>");
        }

        page.Write($"</tbody></table></section>");
    }

    public static void WriteRun(Page page, ReportModel model)
    {
        var s = model.Summary;
        page.Write($"<section class=\"card\" id=\"run\"><h2>The run</h2><p class=\"counts\">");
        Count(page, "events", s.Events);
        Count(page, "decisions", s.Decisions);
        Count(page, "intents", s.Intents);
        Count(page, "refusals", s.Refusals);
        Count(page, "orders", s.Orders);
        Count(page, "fills", s.Fills);
        page.Write($"</p><dl class=\"hashes\">");
        Entry(page, "Run", s.RunId);
        Entry(page, "Version", s.VersionHash);
        Entry(page, "Config", s.ConfigHash);
        Entry(page, "Dataset", s.DatasetHash);
        Entry(page, "State", s.StateHash);
        Entry(page, "Journal", s.Journal ?? "none kept");
        page.Write($"</dl><p class=\"caption\">{Figures.Compact(s.EventsPerSecond)} events a second in the core loop; {Figures.Number(s.ElapsedMs / 1000, 2)} s in all.{(s.Journal is null ? "" : $" To prove it: slipstream verify {s.Journal} checks the journal, slipstream replay {s.Journal} takes every decision again.")}</p></section>");
    }

    private static void Count(Page page, string name, long count) => page.Write($"<span><b>{Figures.Count(count)}</b> {name}</span>");

    private static void Entry(Page page, string name, string value) => page.Write($"<div><dt>{name}</dt><dd>{value}</dd></div>");
}
