using Slipstream.Adapters;
using Slipstream.Domain;
using Slipstream.Host.Cli;
using Slipstream.Lake;
using Slipstream.Runtime.Configuration;
using Slipstream.Runtime.DataAccess;
using Slipstream.Runtime.Results;
using Slipstream.Runtime.Runs;
using Slipstream.Runtime.StrategyLoading;

namespace Slipstream.Host.Commands;

/// <summary>What backtest, run and demo do once the configuration stands.</summary>
internal static class SimulatedCommand
{
    /// <param name="config">The checked configuration.</param>
    /// <param name="json">Print JSON.</param>
    /// <param name="report">File of the report; null for none.</param>
    /// <param name="speed">Recorded seconds per second; null for as fast as possible.</param>
    public static int Execute(RunConfig config, bool json, string? report, double? speed)
    {
        CheckJournal(config);
        RunOutput.CheckReport(report);
        var strategy = StrategyLoader.Load(config.Text("strategy")!, config.Parameters);
        using var interrupt = new Interrupt();
        using var data = Open(config, interrupt.Token);
        return Execute(config, strategy, data, json, report, speed, interrupt);
    }

    /// <summary>Runs on data that are open already, until they end or <paramref name="interrupt"/> ends the run.</summary>
    public static int Execute(RunConfig config, LoadedStrategy strategy, RunData data, bool json, string? report, double? speed, Interrupt interrupt)
    {
        foreach (var line in data.Recognised)
        {
            Console.Error.WriteLine(line);
        }

        using var reader = speed is { } pace ? new PacedReader(data.Reader, pace, TimeProvider.System, interrupt.Token) : null;
        using var progress = new ProgressLine();
        var result = SimulatedRun.Execute(
            new RunPlan
            {
                Config = config,
                Strategy = strategy,
                Data = reader ?? data.Reader,
                Fraction = () => data.Fraction,
                Progress = progress.Show,
            },
            interrupt.Token);
        progress.Dispose();
        CheckEvents(config, result);
        List<string> warnings = [.. data.Warnings, .. interrupt.Requested ? [$"The run was interrupted; it ends at {result.Summary.To}."] : Array.Empty<string>()];
        foreach (var warning in warnings)
        {
            Console.Error.WriteLine($"warning: {warning}");
        }

        RunOutput.Write(result with { Notes = [.. result.Notes, .. data.Recognised, .. warnings] }, json, report);
        return ExitCode.Good;
    }

    private static RunData Open(RunConfig config, CancellationToken cancellation) => config.DataCount == 1 && config.Text("data[0].path") == "-"
        ? RunData.OfFeed(JsonLinesFeed.Open(
            new InterruptibleStream(Console.OpenStandardInput(), cancellation),
            config.Text("data[0].symbol") is { } symbol ? [symbol] : [],
            complaint => Console.Error.WriteLine($"warning: not used: {complaint}")))
        : RunData.Open(config);

    // A result of nothing looks like a strategy that did not trade.
    private static void CheckEvents(RunConfig config, RunResult result)
    {
        if (result.Summary.Events == 0 && config.Mode == Mode.Backtest)
        {
            throw new DataException($"The data hold no event between {config.Text("from") ?? "their beginning"} and {config.Text("to") ?? "their end"}.");
        }
    }

    private static void CheckJournal(RunConfig config)
    {
        if (config.Text("journal.directory") is { } directory && Directory.Exists(directory) && Directory.EnumerateFileSystemEntries(directory).Any())
        {
            throw new UsageException($"--journal {directory}: the folder is not empty, and a journal is never overwritten; name a new one.");
        }
    }
}
