using Slipstream.Host.Reports.Html;
using Slipstream.Host.Reports.Sections;
using Slipstream.Runtime.Analysis;
using Slipstream.Runtime.Results;

namespace Slipstream.Host.Reports;

/// <summary>A run as one web page: no other file, no network, readable without scripts, printable. Its markup is also well-formed XML.</summary>
public static class HtmlReport
{
    public static void Write(RunResult result, RunAnalysis analysis, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(analysis);
        ArgumentNullException.ThrowIfNull(writer);
        var model = new ReportModel(result, analysis);
        var page = new Page();
        WriteHead(page, model);
        HeaderSection.Write(page, model);
        EquitySection.WriteEquity(page, model);
        DrawdownSection.Write(page, model);
        EquitySection.WriteExposure(page, model);
        MonthlySection.Write(page, model);
        page.Write($"<div class=\"pair\">");
        PerformanceSection.Write(page, model);
        page.Write($"<div class=\"stack\">");
        DistributionSection.Write(page, model);
        CostSection.WriteCosts(page, model);
        page.Write($"</div></div>");
        TradesSection.Write(page, model);
        CostSection.WriteSensitivity(page, model);
        RegimeSection.Write(page, model);
        page.Write($"<div class=\"pair\">");
        ProvenanceSection.WriteNotes(page, model);
        ProvenanceSection.WriteRefusals(page, model);
        page.Write($"</div>");
        ProvenanceSection.WriteRun(page, model);
        page.Write($"</main><script>{PageScript.Text}</script></body></html>");
        page.WriteTo(writer);
    }

    private static void WriteHead(Page page, ReportModel model)
    {
        page.Write($"<!DOCTYPE html>");
        page.Write($"<html lang=\"en\"><head><meta charset=\"utf-8\"/><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>");
        page.Write($"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:\"/>");
        page.Write($"<meta name=\"color-scheme\" content=\"light dark\"/><link rel=\"icon\" href=\"data:,\"/>");
        page.Write($"<title>{model.Summary.Strategy} · {model.Instruments(3)} · Slipstream</title><style>{PageStyle.Text}</style></head><body><main>");
        page.Write($"<svg class=\"shapes\" width=\"0\" height=\"0\" aria-hidden=\"true\"><defs><path id=\"buy\" d=\"M0 0L4.5 8.5H-4.5Z\"/><path id=\"sell\" d=\"M0 0L4.5 -8.5H-4.5Z\"/><circle id=\"dot\" r=\"3.2\"/></defs></svg>");
    }
}
