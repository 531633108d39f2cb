using System.Text.Json;
using Slipstream.Journal;
using Xunit.Abstractions;

namespace Slipstream.Host.Tests.EndToEnd;

public sealed class DeterminismTests : IDisposable
{
    private static readonly string[] Command = ["backtest", "--strategy", "bollinger-reversion", "--set", "stop=2", "--data", "btc.csv", "--symbol", "BTC/USD", "-o", "execution.latency.model=lognormal", "--json"];
    private readonly Shell _shell = new();
    private readonly ITestOutputHelper _output;

    public DeterminismTests(ITestOutputHelper output)
    {
        _output = output;
        _shell.Write("btc.csv", Prices.Csv(20_000));
    }

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void The_same_run_on_one_core_or_many_is_the_same_to_the_last_bit()
    {
        var first = Proof("first", _shell.Run([.. Command, "--journal", "first"]));
        Assert.Equal(first, Proof("second", _shell.Run([.. Command, "--journal", "second"])));
        Assert.Equal(first, Proof("fsync", _shell.Run([.. Command, "--journal", "fsync", "-o", "journal.durability=fsync"])));
        using (var pinned = _shell.StartUnder(["taskset", "-c", "0"], [.. Command, "--journal", "pinned"]))
        {
            Assert.Equal(first, Proof("pinned", pinned.Wait()));
        }

        using var unoptimised = _shell.StartUnder(["env", "DOTNET_TieredPGO=0", "DOTNET_TC_QuickJitForLoops=0", "DOTNET_EnableAVX2=0"], [.. Command, "--journal", "unoptimised"]);
        Assert.Equal(first, Proof("unoptimised", unoptimised.Wait()));
        Assert.NotEqual(first, Proof("seeded", _shell.Run([.. Command, "--journal", "seeded", "-o", "seed=2"])));
    }

    [Fact]
    public void Without_a_journal_the_result_is_the_same()
    {
        string State(params string[] more) => _shell.Run([.. Command, .. more]).Expect(0).Json.GetProperty("stateHash").GetString()!;

        Assert.Equal(State(), State("--journal", "kept"));
    }

    [Fact]
    public void Debug_and_release_builds_agree()
    {
        var builds = new[] { "Debug", "Release" }.Select(c => Path.Combine(Shell.Root, "src", "Slipstream.Host", "bin", c, "net10.0", "slipstream.dll")).ToList();
        var sources = Directory.EnumerateFiles(Path.Combine(Shell.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal)).Max(File.GetLastWriteTimeUtc);
        if (builds.Find(b => !File.Exists(b) || Directory.EnumerateFiles(Path.GetDirectoryName(b)!, "*lipstream*.dll").Max(File.GetLastWriteTimeUtc) < sources) is { } missing)
        {
            var message = $"SKIPPED: {missing} is not there, or older than the sources; build the host in Debug and Release to compare them.";
            Assert.False(Environment.GetEnvironmentVariable("SLIPSTREAM_COMPARE_BUILDS") == "1", message);
            _output.WriteLine(message);
            Console.WriteLine(message);
            return;
        }

        var proofs = builds.Select((binary, i) =>
        {
            using var child = _shell.StartBinary(binary, [.. Command, "--journal", $"build-{i}"], feedsInput: false);
            return Proof($"build-{i}", child.Wait());
        }).ToList();
        Assert.Equal(proofs[0], proofs[1]);
    }

    [Fact]
    public void A_dry_run_over_the_same_file_fills_as_the_backtest_does()
    {
        string[] options = ["--strategy", "ema-cross", "--symbol", "BTC/USD", "--json"];
        var backtest = _shell.Run(["backtest", .. options, "--data", "btc.csv", "--journal", "backtest"]).Expect(0).Json;
        var dryRun = _shell.Run(["run", "--mode", "dry-run", .. options, "--feed", "btc.csv", "--journal", "dry"]).Expect(0).Json;

        Assert.Equal("DRY_RUN", dryRun.GetProperty("mode").GetString());
        Assert.All(["events", "orders", "fills", "netPnl", "finalEquity", "fees", "maxDrawdown", "datasetHash", "versionHash", "configHash"], (string name) => Assert.Equal(backtest.GetProperty(name).ToString(), dryRun.GetProperty(name).ToString()));
        Assert.Equal(Fills("backtest"), Fills("dry"));
        _shell.Run("replay", "dry").Expect(0);
    }

    [Fact]
    public void A_prepared_dataset_gives_the_same_result_as_its_file()
    {
        string[] options = ["--strategy", "ema-cross", "--json"];
        _shell.Run("prepare", "--data", "btc.csv", "--symbol", "BTC/USD", "--out", "btc.tape").Expect(0).Says("20,000 events", "dataset hash");

        var fromFile = _shell.Run(["backtest", .. options, "--data", "btc.csv", "--symbol", "BTC/USD"]).Expect(0).Json;
        var fromTape = _shell.Run(["backtest", .. options, "--data", "btc.tape", "--symbol", "BTC/USD", "--journal", "tape"]).Expect(0).Json;

        Assert.All(fromFile.EnumerateObject().Where(p => p.Name is not ("journal" or "eventsPerSecond" or "elapsedMs" or "notes")), p => Assert.Equal(p.Value.GetRawText(), fromTape.GetProperty(p.Name).GetRawText()));
        _shell.Run("replay", "tape").Expect(0);
        _shell.Run("backtest", "--strategy", "ema-cross", "--data", "btc.tape", "--data", "btc.csv").Refuses(2, ".tape");
        _shell.Run("backtest", "--strategy", "ema-cross", "--data", "btc.tape", "--symbol", "ETH/USD").Refuses(2, "btc.tape", "ETH/USD", "BTC/USD");
        Assert.Equal(["btc.csv", "btc.tape"], Directory.EnumerateFiles(_shell.Folder).Select(Path.GetFileName).Order());
    }

    private (string State, string Dataset, string Run, string Digest) Proof(string journal, Outcome outcome)
    {
        var json = outcome.Expect(0).Json;
        Assert.True(json.GetProperty("fills").GetInt32() > 100);
        return (json.GetProperty("stateHash").GetString()!, json.GetProperty("datasetHash").GetString()!, json.GetProperty("runId").GetString()!, LogicalDigest.Of(_shell.Path(journal)).ToString());
    }

    private List<string> Fills(string journal) =>
        [.. _shell.Run("journal", journal, "--type", "fill", "--json").Expect(0).Lines.Select(l => JsonDocument.Parse(l).RootElement).Select(f => $"{f.GetProperty("ts")} {f.GetProperty("side")} {f.GetProperty("qty")} {f.GetProperty("price")} {f.GetProperty("fees")}")];
}
