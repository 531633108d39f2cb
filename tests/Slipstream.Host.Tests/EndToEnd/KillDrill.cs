using System.Security.Cryptography;
using Slipstream.Journal;
using Slipstream.Runtime.Replays;

namespace Slipstream.Host.Tests.EndToEnd;

/// <summary>Kills a journalled run at a random instant and proves that nothing acknowledged was lost. A bench calls it with more rounds.</summary>
public sealed class KillDrill : IDisposable
{
    private const int Bars = 100_000;
    private static readonly string[] Strategy = ["--strategy", "ema-cross", "--set", "fast=2", "--set", "slow=4", "--symbol", "BTC/USD"];
    private readonly Shell _shell = new();
    private readonly Random _random;
    private readonly List<string> _feed = [.. Prices.Feed(20_000)];

    public KillDrill(int seed)
    {
        _random = new Random(seed);
        _shell.Write("walk.csv", Prices.Csv(Bars, minutes: 1));
    }

    /// <summary>SLIPSTREAM_KILL_ROUNDS, or as many as given.</summary>
    public static int Rounds(int otherwise) => int.TryParse(Environment.GetEnvironmentVariable("SLIPSTREAM_KILL_ROUNDS"), out var rounds) ? rounds : otherwise;

    /// <summary>Starts a run, follows its journal, kills it, and checks what is left.</summary>
    public KillOutcome Round(int round)
    {
        var (journal, kind) = ($"run-{round}", round % 3);
        using var stop = new CancellationTokenSource();
        using var run = kind switch
        {
            0 => _shell.Start(["backtest", .. Strategy, "--data", "walk.csv", "--journal", journal], feedsInput: false),
            1 => _shell.Start(["run", .. Strategy, "--feed", "walk.csv", "--speed", "5000000x", "--journal", journal], feedsInput: false),
            _ => _shell.Start(["run", .. Strategy[..^2], "--feed", "-", "--journal", journal]),
        };
        var feeding = kind == 2 ? Task.Run(() => _feed.TrueForAll(line => !stop.IsCancellationRequested && run.Feed(line))) : Task.CompletedTask;
        var seen = Follow(run, journal, TimeSpan.FromMilliseconds(_random.Next(0, 600)));
        var ended = run.HasExited;
        run.Kill();
        stop.Cancel();
        feeding.Wait();
        return Check(journal, seen, ended, round);
    }

    public void Dispose() => _shell.Dispose();

    // What a reader beside the writer has been shown counts as acknowledged.
    private List<byte[]> Follow(ChildProcess run, string journal, TimeSpan delay)
    {
        var seen = new List<byte[]>();
        var directory = _shell.Path(journal);
        while (!run.HasExited && JournalLayout.LastSegment(directory) == 0)
        {
            Thread.Sleep(1);
        }

        using var follower = new JournalFollower(directory);
        var until = DateTime.UtcNow + delay;
        while (!run.HasExited && DateTime.UtcNow < until)
        {
            if (follower.TryRead())
            {
                seen.Add(SHA256.HashData(follower.Current.Bytes));
            }
            else
            {
                Thread.Sleep(1);
            }
        }

        return seen;
    }

    private KillOutcome Check(string journal, List<byte[]> seen, bool ended, int round)
    {
        var what = $"round {round}";
        var directory = _shell.Path(journal);
        var records = 0;
        using (var reader = JournalReader.Open(directory))
        {
            for (; reader.Read(); records++)
            {
                Assert.True(records >= seen.Count || SHA256.HashData(reader.Current.Bytes).AsSpan().SequenceEqual(seen[records]), $"{what}: record {records + 1} is not the one that was acknowledged.");
            }
        }

        Assert.True(records >= seen.Count, $"{what}: {seen.Count} records were acknowledged, {records} are left.");
        var torn = Prove(journal, records, throughTheBinary: round % 5 == 0);
        using (JournalWriter.Recover(directory))
        {
        }

        var recovered = JournalVerifier.Verify(directory);
        Assert.True(recovered.IsIntact && recovered.TornTailBytes == 0 && recovered.Records == records, $"{what}: recovery left {recovered.Records} of {records} records. {recovered.Damage}");
        Directory.Delete(directory, recursive: true);
        return new(ended, seen.Count, records, torn);
    }

    // Starting the binary takes most of a round's time, so most rounds call what verify and replay call.
    private long Prove(string journal, int records, bool throughTheBinary)
    {
        if (throughTheBinary)
        {
            _shell.Run("verify", journal).Expect(0).Says("intact");
            var replay = _shell.Run("replay", journal, "--json");
            Assert.True(records == 0 ? replay.Code == 2 : replay.Expect(0).Json.GetProperty("matched").GetInt32() == records, replay.Out);
        }
        else if (records > 0)
        {
            var replay = ReplayRun.Execute(_shell.Path(journal));
            Assert.True(replay.FirstDivergence is null && replay.Matched == records, $"{replay}");
        }

        var report = JournalVerifier.Verify(_shell.Path(journal));
        Assert.True(report.IsIntact && report.Records == records, $"{report.Damage}");
        return report.TornTailBytes;
    }
}
