using System.Diagnostics;
using Slipstream.Journal;
using Slipstream.Runtime.Replays;

namespace Slipstream.Host.Benchmarks;

/// <summary>The proof of a run: the journal of s1, verified and replayed.</summary>
internal sealed class ReplayWorkload() : Workload("replay", "run s1 with its journal, then verify and replay it")
{
    public override Figures Run(int warmRuns)
    {
        var figures = new Figures(Description);
        using var folder = new BenchFolder();
        var walk = new WalkWorkload("s1", "", 1);
        var original = walk.Backtest(20, 50, folder.Path, null).Summary;
        var elapsed = new List<double>();
        var verify = new List<double>();
        var diverged = false;
        for (var i = 0; i <= Math.Max(1, warmRuns); i++)
        {
            var clock = Stopwatch.StartNew();
            var intact = JournalVerifier.Verify(folder.Path).IsIntact;
            verify.Add(clock.Elapsed.TotalMilliseconds);
            var replay = ReplayRun.Execute(folder.Path);
            elapsed.Add(replay.ElapsedMs);
            diverged |= !intact || replay.FirstDivergence is not null || replay.StateHash != original.StateHash;
        }

        figures.Add("events", original.Events);
        figures.Add("original run ms, reading and tape included", original.ElapsedMs);
        figures.Add("replay ms, first", elapsed[0]);
        figures.Add("replay ms (median)", Median(elapsed.Skip(1)));
        figures.Add("replayed events/s (median)", original.Events / Median(elapsed.Skip(1)) * 1000);
        figures.Add("verify ms, tape included (median)", Median(verify.Skip(1)));
        figures.Check("diverged", "False", $"{diverged}");
        return figures;
    }
}
