using Slipstream.Host.Reports;
using Slipstream.Runtime.Analysis;
using Slipstream.Runtime.Results;

namespace Slipstream.Host.Tests.Reports;

public sealed class TerminalReportTests
{
    [Fact]
    public void The_table_is_short_and_narrow()
    {
        var lines = Lines(SampleRun.Daily());
        Assert.InRange(lines.Length, 12, 18);
        Assert.All(lines, line => Assert.InRange(line.Length, 0, 100));
    }

    [Fact]
    public void Amounts_have_signs_and_thousands_separators()
    {
        var run = SampleRun.Daily(300);
        var text = string.Join('\n', Lines(run with { Summary = run.Summary with { NetPnl = -18_138.47, FinalEquity = 9_981_861.53 } }));
        Assert.Contains("-18,138.47", text, StringComparison.Ordinal);
        Assert.Contains("9,981,861.53", text, StringComparison.Ordinal);
        Assert.Contains("-18.14%", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_defined_is_a_dash()
    {
        var lines = Lines(SampleRun.Empty());
        Assert.Contains(lines, line => line.StartsWith("CAGR", StringComparison.Ordinal) && line.EndsWith('–'));
        Assert.DoesNotContain(lines, line => line.Contains("NaN", StringComparison.Ordinal));
    }

    [Fact]
    public void A_name_cannot_forge_lines_or_move_the_cursor()
    {
        var text = string.Join('\n', Lines(SampleRun.Daily(30, strategy: "a\u001b[2Jb\nc")));
        Assert.DoesNotContain('\u001b', text);
        Assert.Contains("a [2Jb c", text, StringComparison.Ordinal);
    }

    private static string[] Lines(RunResult run)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        TerminalReport.Write(run, RunAnalysis.Of(run), writer);
        return writer.ToString().TrimEnd('\n').Split('\n');
    }
}
