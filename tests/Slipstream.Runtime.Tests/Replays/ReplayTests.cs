using FsCheck;
using FsCheck.Fluent;
using Slipstream.Domain;
using Slipstream.Journal;
using Slipstream.Runtime.Configuration;
using Slipstream.Runtime.Replays;
using Slipstream.Runtime.Results;
using Slipstream.Runtime.Runs;
using Slipstream.Runtime.StrategyLoading;
using Slipstream.Runtime.Tests.Properties;
using Slipstream.Runtime.Tests.Runs.Rig;

namespace Slipstream.Runtime.Tests.Replays;

/// <summary>A journal alone is enough to take every decision again.</summary>
public class ReplayTests
{
    private static readonly Config Few = Config.QuickThrowOnFailure.WithMaxTest(20);

    public static TheoryData<string, string> Cases => LookAheadTests.Cases;

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_run_with_any_models_is_replayed_bit_for_bit(string strategy, string market) =>
        Prop.ForAll(Gen.Choose(1, 1_000_000).ToArbitrary(), seed => Matches(strategy, market, (ulong)seed)).Check(Few);

    [Fact]
    public void A_long_run_of_many_blocks_is_replayed_bit_for_bit()
    {
        using var folder = new TemporaryFolder();
        var run = TestRun.Execute(TestStrategy.Own<RandomTrader>(("Activity", 0.05)), Markets.Bars(5, 3, 40_000, 60), folder["j"], ("account.cash", 1_000_000), ("execution.latency.model", "fixed"));
        Assert.True(run.Summary.Fills > 500, $"{run.Summary.Fills} fills");
        var replay = ReplayRun.Execute(folder["j"]);
        AssertMatches(run, replay);
        Assert.Equal(40_000, replay.Events);
    }

    [Fact]
    public void Alpha_models_of_several_instruments_are_replayed_through_their_timers()
    {
        using var folder = new TemporaryFolder();
        var run = TestRun.Execute(TestStrategy.Own<SlicingModel>(), Markets.Bars(3, 4, 20_001), folder["j"]);
        Assert.True(run.Summary.Fills > 100, $"{run.Summary.Fills} fills");
        Assert.Contains(JournalRecord.All(folder["j"]), r => r.Type == RecordType.TimerFired);
        AssertMatches(run, ReplayRun.Execute(folder["j"]));
    }

    [Fact]
    public void A_run_without_events_is_replayed()
    {
        using var folder = new TemporaryFolder();
        var run = TestRun.Execute(TestStrategy.Own<RandomTrader>(), Markets.Bars(1, 1, 10).First(0), folder["j"]);
        AssertMatches(run, ReplayRun.Execute(folder["j"]));
        Assert.Equal(1, run.Summary.Intents - run.Summary.Refusals + 1);
    }

    [Fact]
    public void A_dry_run_is_replayed_and_decides_as_the_backtest_did()
    {
        using var folder = new TemporaryFolder();
        var data = Markets.Ticks(8, 3_000);
        var random = new SeededRandom(4);
        (string, object)[] options = [("execution.latency.model", "lognormal"), ("account.cash", 1_000_000)];
        var backtest = TestRun.Execute(TestStrategy.Own<RandomTrader>(), data, folder["backtest"], options);
        RunResult DryRun(string name) => TestRun.Execute(TestStrategy.Own<RandomTrader>(), data.Open(() => 1 + (int)random.NextBelow(700)), TestRun.Config(Mode.DryRun, [.. options, ("journal.directory", folder[name])]));
        var (first, second) = (DryRun("first"), DryRun("second"));
        AssertMatches(first, ReplayRun.Execute(folder["first"]));
        Assert.Equal(first.Summary.RunId, second.Summary.RunId);
        Assert.Equal(backtest.Summary.StateHash, first.Summary.StateHash);
        Assert.Equal(backtest.Summary.DatasetHash, first.Summary.DatasetHash);
        Assert.Equal(Causal(folder["backtest"]), Causal(folder["first"]));
        Assert.Equal(Causal(folder["first"]), Causal(folder["second"]));
    }

    [Fact]
    public void A_modes_override_stands_in_the_journal_and_changes_nothing_for_the_replay()
    {
        using var folder = new TemporaryFolder();
        var document = new ConfigDocument();
        document.Read("""{ "strategy": "test", "modes": { "backtest": { "account": { "cash": 5000 }, "risk": { "maxPosition": 3 } } } }"""u8, "run.json");
        document.Set("journal.directory", folder["j"], "--journal");
        var run = TestRun.Execute(TestStrategy.Own<RandomTrader>(), Markets.Bars(4, 2, 1_000).Open(), RunConfig.From(document, Mode.Backtest));
        Assert.Equal(5_000, run.Summary.StartingCash);
        Assert.Equal(2, JournalRecord.Decoded<CommandCodec, Command>(folder["j"]).Count(c => c.Kind == "config-override"));
        AssertMatches(run, ReplayRun.Execute(folder["j"]));
    }

    [Fact]
    public void A_strategy_from_a_source_file_is_replayed_from_the_journals_copy()
    {
        using var folder = new TemporaryFolder();
        var path = folder["mine.cs"];
        File.WriteAllText(path, """
            using Slipstream.Domain;

            public sealed class Mine : Strategy
            {
                [Parameter("Every so many bars", Min = 1)]
                public int Every { get; set; } = 7;

                private int _bars;

                public override StrategyMetadata Metadata => new("mine", "test", "Buys now and then.", ExecutionStyle.Taker);

                public override void OnTick(StrategyContext context, in MarketEvent tick)
                {
                    if (++_bars % Every == 0)
                    {
                        context.Buy(tick.Instrument, Quantity.Parse("0.1"), "now and then");
                    }
                }
            }
            """);
        var run = TestRun.Execute(StrategyLoader.Load(path, [new("every", "5")]), Markets.Bars(4, 1, 500), folder["j"]);
        Assert.Equal(100, run.Summary.Intents);
        File.WriteAllText(path, "no longer C#");
        AssertMatches(run, ReplayRun.Execute(folder["j"]));
    }

    [Theory]
    [InlineData(0.29, 0L)]
    [InlineData(0.3, 400L)]
    public void A_changed_strategy_diverges_at_the_first_record_that_differs_with_both_sides(double activity, long stopAfter)
    {
        using var folder = new TemporaryFolder();
        var recorded = TestStrategy.Own<RandomTrader>();
        var changed = new RandomTrader { Activity = activity, StopAfter = stopAfter };
        var data = Markets.Bars(9, 1, 1_000);
        TestRun.Execute(recorded, data, folder["recorded"]);
        TestRun.Execute(changed.Under(recorded), data, folder["changed"]);
        var replay = ReplayRun.Execute(folder["changed"]);

        // The replay is the recorded strategy's: what differs first is what the two journals differ in first.
        var (expected, actual) = (JournalRecord.All(folder["changed"]), JournalRecord.All(folder["recorded"]));
        var first = Enumerable.Range(0, expected.Count).First(i => expected[i].Type != RecordType.RuntimeDescribed && expected[i].Said != actual[i].Said);
        Assert.NotNull(replay.FirstDivergence);
        Assert.Equal(first + 1, replay.FirstDivergence.Sequence);
        Assert.Equal(first, replay.Matched);
        Assert.NotNull(replay.FirstDivergence.Expected);
        Assert.NotNull(replay.FirstDivergence.Actual);
        Assert.NotEqual(replay.FirstDivergence.Expected, replay.FirstDivergence.Actual);
    }

    [Fact]
    public void A_strategy_that_fails_where_the_recorded_one_went_on_diverges()
    {
        using var folder = new TemporaryFolder();
        var name = TestStrategy.Own<RandomTrader>(("FailAt", 300));
        TestRun.Execute(new RandomTrader().Under(name), Markets.Bars(9, 1, 1_000), folder["j"]);
        var replay = ReplayRun.Execute(folder["j"]);
        Assert.Contains("planted", replay.FirstDivergence!.Actual);
        Assert.NotNull(replay.FirstDivergence.Expected);
    }

    [Theory]
    [InlineData(300L, false)]
    [InlineData(0L, true)]
    public void A_run_that_its_strategy_ended_by_a_fault_is_replayed_as_far_as_it_went(long failAt, bool onFill)
    {
        using var folder = new TemporaryFolder();
        var strategy = TestStrategy.Own<RandomTrader>(("FailAt", failAt), ("FailOnFill", onFill));
        var fault = Assert.ThrowsAny<Exception>(() => TestRun.Execute(strategy, Markets.Bars(9, 1, 1_000), folder["j"]));
        Assert.Contains("planted", fault.Message);
        var replay = ReplayRun.Execute(folder["j"]);
        Assert.Null(replay.FirstDivergence);
        Assert.Equal(replay.Records, replay.Matched);
        Assert.NotNull(replay.Note);
    }

    [Fact]
    public void A_journal_without_its_market_data_says_so()
    {
        using var folder = new TemporaryFolder();
        TestRun.Execute(TestStrategy.Own<RandomTrader>(), Markets.Bars(2, 1, 500), folder["j"], ("journal.keepInputs", false));
        var replay = ReplayRun.Execute(folder["j"]);
        Assert.Null(replay.FirstDivergence);
        Assert.Contains("not kept", replay.Note);
    }

    [Fact]
    public void Market_data_that_retention_dropped_are_told()
    {
        using var folder = new TemporaryFolder();
        TestRun.Execute(TestStrategy.Own<RandomTrader>(), Markets.Bars(2, 1, 500), folder["j"]);
        File.Delete(JournalLayout.Tape(folder["j"], 1));
        Assert.Contains("retired", ReplayRun.Execute(folder["j"]).Note);
    }

    [Fact]
    public void A_tape_that_was_exchanged_for_another_is_refused()
    {
        using var folder = new TemporaryFolder();
        TestRun.Execute(TestStrategy.Shipped("ema-cross", ("slow", 100_000)), Markets.Bars(2, 1, 500), folder["j"]);
        TestRun.Execute(TestStrategy.Shipped("ema-cross", ("slow", 100_000)), Markets.Bars(3, 1, 500), folder["other"]);
        File.Copy(JournalLayout.Tape(folder["other"], 1), JournalLayout.Tape(folder["j"], 1), overwrite: true);
        Assert.Contains("not the one that was recorded", Assert.Throws<JournalException>(() => ReplayRun.Execute(folder["j"])).Message);
    }

    [Fact]
    public void A_folder_without_a_journal_is_refused() => Assert.Throws<JournalException>(() => ReplayRun.Execute("/nowhere"));

    internal static void AssertMatches(RunResult run, ReplayResult replay)
    {
        Assert.Null(replay.FirstDivergence);
        Assert.Null(replay.Note);
        Assert.Equal(replay.Records, replay.Matched);
        Assert.Equal(run.Summary.Events, replay.Events);
        Assert.Equal(run.Summary.StateHash, replay.StateHash);
        Assert.Equal(run.Summary.RunId, replay.RunId);
    }

    private static List<(RecordType, long, Instant, string)> Causal(string directory) =>
        [.. JournalRecord.All(directory).Where(r => r.IsCausal && r.Type != RecordType.Command).Select(r => r.Said)];

    private static bool Matches(string strategy, string market, ulong seed)
    {
        using var folder = new TemporaryFolder();
        var run = TestRun.Execute(LookAheadTests.Strategy(strategy), LookAheadTests.Data(market, seed, 600), folder["j"], ModelSets.Draw(new SeededRandom(seed)));
        AssertMatches(run, ReplayRun.Execute(folder["j"]));
        return true;
    }
}
