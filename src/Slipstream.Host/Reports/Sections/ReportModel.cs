using Slipstream.Runtime.Analysis;
using Slipstream.Runtime.Results;

namespace Slipstream.Host.Reports.Sections;

/// <summary>What the sections of a report show.</summary>
internal sealed record ReportModel(RunResult Run, RunAnalysis Analysis)
{
    public RunSummary Summary => Run.Summary;

    public PerformanceFigures Performance => Analysis.Performance;

    public string Currency => Summary.Currency;

    /// <summary>The instruments' symbols, the first few by name.</summary>
    public string Instruments(int most) => Run.Charts.Count switch
    {
        0 => Figures.None,
        var n when n <= most => string.Join(", ", Run.Charts.Select(c => c.Instrument.Symbol)),
        var n => string.Join(", ", Run.Charts.Take(most).Select(c => c.Instrument.Symbol)) + $" and {n - most} more",
    };

    public string Parameters => string.Join("  ", Summary.Parameters.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}={p.Value}"));

    public string Period => Summary.From is { } from && Summary.To is { } to ? $"{Short(from)} to {Short(to)}" : "no events";

    /// <summary>ISO time without seconds, or the date alone at midnight.</summary>
    private static string Short(string time) => time.Length < 16 ? time : time[10..].TrimEnd('Z') is "T00:00:00" ? time[..10] : time[..16].Replace('T', ' ');
}
