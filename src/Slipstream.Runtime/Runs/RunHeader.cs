using System.Runtime.InteropServices;
using Slipstream.Domain;
using Slipstream.Engine.Core;
using Slipstream.Journal;
using Slipstream.Runtime.StrategyLoading;

namespace Slipstream.Runtime.Runs;

/// <summary>The first records of a journal: what is run, and the strategy's source beside it.</summary>
internal static class RunHeader
{
    /// <summary>Kind of the snapshot that holds a strategy's source; the kind of source follows after a colon.</summary>
    public const string StrategySource = "strategy-source";

    public static void Write(JournalWriter journal, RunPlan plan, CoreSettings settings, string runId, Instant time)
    {
        journal.Append(0, time, new RunStarted
        {
            RunId = runId,
            Mode = settings.Mode,
            StrategyId = plan.Strategy.Id,
            VersionHash = plan.Strategy.VersionHash,
            ConfigHash = plan.Config.Hash,
            ConfigJson = plan.Config.CanonicalJson,
            Parameters = [.. plan.Strategy.Parameters],
            Seed = settings.Seed,
            Universe = settings.Universe,
            StartingCash = settings.Cash,
            AccountCurrency = settings.AccountCurrency,
        });
        journal.Append(0, time, new RuntimeDescribed(Instant.FromUnixNanos((DateTime.UtcNow - DateTime.UnixEpoch).Ticks * 100), RuntimeInformation.OSDescription, RuntimeInformation.FrameworkDescription));
        if (plan.Strategy.Source is { } source)
        {
            journal.Append(0, time, new SnapshotStore(journal.Directory).Store($"{StrategySource}:{source.Kind}:{source.TypeName}", source.Name, source.Bytes.Span));
        }

        foreach (var change in plan.Config.Overrides)
        {
            journal.Append(0, time, new Command("config-override", System.Text.Json.JsonSerializer.Serialize(change)));
        }

        journal.Commit();
    }
}
