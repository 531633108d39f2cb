using Slipstream.Host.Reports;
using Slipstream.Runtime.Analysis;
using Slipstream.Runtime.Results;

namespace Slipstream.Host.Cli;

/// <summary>Shows a finished run: as JSON or a table, and as a report.</summary>
internal static class RunOutput
{
    public static void Write(RunResult result, bool json, string? reportFile)
    {
        var analysis = RunAnalysis.Of(result);
        if (json)
        {
            using var output = Console.OpenStandardOutput();
            JsonReport.Write(result, analysis, output);
        }
        else
        {
            TerminalReport.Write(result, analysis, Console.Out);
        }

        if (reportFile is not null)
        {
            WriteReport(result, analysis, reportFile);
            Console.Error.WriteLine($"report: {reportFile}");
        }
    }

    // Written beside and then moved, so that a report is whole or not there.
    private static void WriteReport(RunResult result, RunAnalysis analysis, string file)
    {
        var partial = file + ".partial";
        using (var writer = new StreamWriter(partial))
        {
            HtmlReport.Write(result, analysis, writer);
        }

        File.Move(partial, file, overwrite: true);
    }
}
