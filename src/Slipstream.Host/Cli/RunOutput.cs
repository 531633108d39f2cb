using Slipstream.Host.Reports;
using Slipstream.Runtime.Analysis;
using Slipstream.Runtime.Results;

namespace Slipstream.Host.Cli;

/// <summary>Shows a finished run: as JSON or a table, and as a report.</summary>
internal static class RunOutput
{
    /// <summary>Makes sure before the run that its report can be written after it.</summary>
    public static void CheckReport(string? file)
    {
        if (file is null)
        {
            return;
        }

        if (Directory.Exists(file))
        {
            throw new UsageException($"--report {file}: this is a folder; name a file in it, such as {Path.Combine(file, "report.html")}.");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
    }

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
