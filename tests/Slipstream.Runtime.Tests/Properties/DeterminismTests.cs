using FsCheck;
using FsCheck.Fluent;
using Slipstream.Domain;
using Slipstream.Journal;
using Slipstream.Runtime.Results;
using Slipstream.Runtime.Tests.Runs.Rig;

namespace Slipstream.Runtime.Tests.Properties;

/// <summary>Same input, same output.</summary>
public class DeterminismTests
{
    private static readonly Config Few = Config.QuickThrowOnFailure.WithMaxTest(10);

    public static TheoryData<string, string> Cases => LookAheadTests.Cases;

    [Theory]
    [MemberData(nameof(Cases))]
    public void Two_runs_have_equal_logical_records_and_states_however_the_data_come(string strategy, string market) =>
        Prop.ForAll(Gen.Choose(1, 1_000_000).ToArbitrary(), number =>
        {
            var seed = (ulong)number;
            var data = LookAheadTests.Data(market, seed, 20_000 / (strategy == "random" ? 10 : 1));
            var options = ModelSets.Draw(new SeededRandom(seed));
            var sizes = new SeededRandom(seed);
            using var folder = new TemporaryFolder();
            var one = TestRun.Execute(LookAheadTests.Strategy(strategy), data, folder["one"], options).Summary;
            var other = TestRun.Execute(
                LookAheadTests.Strategy(strategy),
                data.Open(() => 1 + (int)sizes.NextBelow(sizes.NextBelow(2) == 0 ? 5 : 9_000)),
                TestRun.Config([.. options, ("journal.directory", folder["other"])])).Summary;
            Assert.Equal(LogicalDigest.Of(folder["one"]), LogicalDigest.Of(folder["other"]));
            Assert.Equal(
                one with { ElapsedMs = 0, EventsPerSecond = 0, Journal = null, Parameters = other.Parameters },
                other with { ElapsedMs = 0, EventsPerSecond = 0, Journal = null });
            return true;
        }).Check(Few);

    [Fact]
    public void The_seed_matters_only_where_chance_is_used()
    {
        var data = Markets.Bars(6, 2, 2_000);
        // The state hash covers the seed itself, so what came of it is compared.
        static string Outcome(RunSummary s) => $"{s.Intents} {s.Orders} {s.Fills} {s.FinalEquity:R} {s.MaxDrawdown:R}";
        string Outcomes(string strategy, int seed) => Outcome(TestRun.Execute(LookAheadTests.Strategy(strategy), data, null, ("seed", seed)).Summary);

        Assert.Equal(Outcomes("ema-cross", 1), Outcomes("ema-cross", 2));
        Assert.NotEqual(Outcomes("random", 1), Outcomes("random", 2));

        var book = Markets.Book(6, 40_000);
        string Maker(int seed, string latency) =>
            Outcome(TestRun.Execute(LookAheadTests.Strategy("market-maker"), book, null, ("seed", seed), ("execution.latency.model", latency)).Summary);
        Assert.Equal(Maker(1, "fixed"), Maker(2, "fixed"));
    }

    [Fact]
    public void The_random_trader_meets_every_kind_of_record_status_and_order()
    {
        var types = new HashSet<RecordType>();
        var reports = new HashSet<ExecType>();
        var orders = new HashSet<(OrderType, TimeInForce)>();
        var filled = new HashSet<OrderType>();
        foreach (var market in (string[])["bars", "ticks", "book", "contracts"])
        {
            for (var seed = 1UL; seed <= 6; seed++)
            {
                using var folder = new TemporaryFolder();
                TestRun.Execute(LookAheadTests.Strategy("random"), LookAheadTests.Data(market, seed, 3_000), folder["j"], [.. ModelSets.Draw(new SeededRandom(seed)), ("risk.maxDailyLoss", seed == 1 ? 1 : 1_000_000)]);
                types.UnionWith(JournalRecord.All(folder["j"]).Select(r => r.Type));
                reports.UnionWith(JournalRecord.Decoded<ExecutionReportCodec, ExecutionReport>(folder["j"]).Select(r => r.Type));
                var sent = JournalRecord.Decoded<OrderCodec, Order>(folder["j"]).ToDictionary(o => o.Id);
                orders.UnionWith(sent.Values.Select(o => (o.Terms.Type, o.Terms.TimeInForce)));
                filled.UnionWith(JournalRecord.Decoded<FillCodec, Fill>(folder["j"]).Select(f => sent[f.Order].Terms.Type));
            }
        }

        Assert.Equal([RecordType.Command], Enum.GetValues<RecordType>().Except(types));
        Assert.Empty(Enum.GetValues<ExecType>().Except(reports));
        Assert.Empty(Enum.GetValues<OrderType>().Except(filled));
        Assert.True(orders.Count >= 11, string.Join(", ", orders));
    }
}
