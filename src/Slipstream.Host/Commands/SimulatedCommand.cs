using Slipstream.Adapters;
using Slipstream.Host.Cli;
using Slipstream.Runtime.Configuration;
using Slipstream.Runtime.DataAccess;
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
        var strategy = StrategyLoader.Load(config.Text("strategy")!, config.Parameters);
        var rehearsal = Rehearsal.Start();
        using var data = Open(config);
        return Execute(config, strategy, data, json, report, speed, rehearsal);
    }

    /// <summary>Runs on data that are open already.</summary>
    public static int Execute(RunConfig config, LoadedStrategy strategy, RunData data, bool json, string? report, double? speed, Task? rehearsal = null)
    {
        foreach (var line in data.Recognised)
        {
            Console.Error.WriteLine(line);
        }

        using var cancel = new CancellationTokenSource();
        Console.CancelKeyPress += (_, e) =>
        {
            e.Cancel = true;
            cancel.Cancel();
        };
        using var reader = speed is { } pace ? new PacedReader(data.Reader, pace, TimeProvider.System, cancel.Token) : null;
        using var progress = new ProgressLine();
        var result = SimulatedRun.Execute(
            new RunPlan
            {
                Config = config,
                Strategy = strategy,
                Data = reader ?? data.Reader,
                Fraction = () => data.Fraction,
                Rehearsal = rehearsal,
                Progress = progress.Show,
            },
            cancel.Token);
        progress.Dispose();
        var warnings = data.Warnings.ToList();
        foreach (var warning in warnings)
        {
            Console.Error.WriteLine($"warning: {warning}");
        }

        RunOutput.Write(result with { Notes = [.. result.Notes, .. data.Recognised, .. warnings] }, json, report);
        return ExitCode.Good;
    }

    private static RunData Open(RunConfig config) => config.DataCount == 1 && config.Text("data[0].path") == "-"
        ? RunData.OfFeed(JsonLinesFeed.Open(Console.OpenStandardInput(), config.Text("data[0].symbol") is { } symbol ? [symbol] : []))
        : RunData.Open(config);

    private static void CheckJournal(RunConfig config)
    {
        if (config.Text("journal.directory") is { } directory && Directory.Exists(directory) && Directory.EnumerateFileSystemEntries(directory).Any())
        {
            throw new UsageException($"--journal {directory}: the folder is not empty, and a journal is never overwritten; name a new one.");
        }
    }
}
