using Slipstream.Domain;
using Slipstream.Runtime.Runs;
using Slipstream.Runtime.Tests.Runs.Rig;
using Slipstream.Simulation;

namespace Slipstream.Runtime.Tests.Runs;

/// <summary>The result that LEAN and backtrader reach on data set S1, and what a bar costs in memory.</summary>
public class ReferenceWorkloadTests
{
    private static readonly (string, object)[] Options =
        [("execution.fill", "close"), ("execution.fee.model", "fixed"), ("execution.fee.amount", 1), ("account.cash", 10_000_000)];

    [Theory]
    [InlineData(20, 50, 21_181, 9_981_861.53)]
    [InlineData(500, 2000, 637, 10_003_179.07)]
    public void The_reference_walk_gives_the_result_of_other_engines_to_the_cent(int fast, int slow, long orders, double equity)
    {
        using var folder = new TemporaryFolder();
        var strategy = TestStrategy.Shipped("ema-cross", ("fast", fast), ("slow", slow), ("quantity", 1));
        var result = TestRun.Execute(strategy, ReferenceWalk.S1(), TestRun.Config([.. Options, ("journal.directory", folder["j"])])).Summary;
        Assert.Equal(1_051_200, result.Events);
        Assert.Equal(orders, result.Orders);
        Assert.Equal(orders, result.Fills);
        Assert.Equal(0, result.Refusals);
        Assert.Equal(equity, Math.Round(result.FinalEquity, 2));
        Assert.Equal(orders, result.Fees);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_bar_without_an_order_allocates_nothing_on_the_core_thread(bool neverReady)
    {
        using var folder = new TemporaryFolder();
        var strategy = neverReady
            ? TestStrategy.Shipped("ema-cross", ("slow", 1_000_000))
            : TestStrategy.Shipped("buy-and-hold");
        var allocated = new List<(long Events, long Bytes)>(1024);
        var plan = new RunPlan
        {
            Config = TestRun.Config([.. Options, ("journal.directory", folder["j"]), ("risk.maxDailyLoss", 9_000_000)]),
            Strategy = strategy,
            Data = new ReferenceWalk(0, 1, Instant.FromUtc(2021, 1, 1), Instant.FromUtc(2021, 8, 1)),
            Progress = p => allocated.Add((p.Events, GC.GetAllocatedBytesForCurrentThread())),
        };
        SimulatedRun.Execute(plan);

        // After the first tenth all is warm. A day allocates its mark and a curve its points now and then; a bar nothing.
        var (first, last) = (allocated[allocated.Count / 10], allocated[^1]);
        var perBar = (last.Bytes - first.Bytes) / (double)(last.Events - first.Events);
        Assert.True(perBar < 1, $"{perBar:N2} bytes a bar, {last.Bytes - first.Bytes:N0} in {last.Events - first.Events:N0} bars");
        Assert.True(last.Bytes - first.Bytes < 600_000, $"{last.Bytes - first.Bytes:N0} bytes");
    }

    [Fact]
    public void Blocks_in_which_no_day_ends_and_nothing_is_joined_allocate_the_same_however_many_bars_they_hold()
    {
        // Steps of a microsecond keep all bars within a day, so that nothing but the steps is left.
        var strategy = TestStrategy.Shipped("ema-cross", ("slow", 1_000_000));
        long Allocated(int bars)
        {
            var events = new MarketEvent[bars];
            for (var i = 0; i < bars; i++)
            {
                events[i] = Markets.Bar(0, Markets.Start + Duration.FromNanos((i + 1) * 1_000L), 100 + (i % 7));
            }

            var before = 0L;
            var after = 0L;
            var plan = new RunPlan
            {
                Config = TestRun.Config(Options),
                Strategy = strategy,
                Data = new ListReader(new([Markets.Spot("A0", 0, 0)]), events),
                Progress = p => (before, after) = (before == 0 && p.Events >= 40_960 ? GC.GetAllocatedBytesForCurrentThread() : before, GC.GetAllocatedBytesForCurrentThread()),
            };
            SimulatedRun.Execute(plan);
            return after - before;
        }

        Allocated(100_000);
        var (n, twice) = (Allocated(81_920), Allocated(163_840));
        Assert.True(twice - n < 200_000, $"{n:N0} bytes for 40,960 bars, {twice:N0} for 122,880");
    }
}
