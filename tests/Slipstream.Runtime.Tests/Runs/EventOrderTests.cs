using Slipstream.Domain;
using Slipstream.Journal;
using Slipstream.Runtime.Replays;
using Slipstream.Runtime.Tests.Replays;
using Slipstream.Runtime.Tests.Runs.Rig;

namespace Slipstream.Runtime.Tests.Runs;

/// <summary>Timers, arrivals, deliveries and expiries come in the order of their times.</summary>
public class EventOrderTests
{
    private static readonly Instant Start = Markets.Start;

    [Fact]
    public void A_timer_comes_after_what_is_delivered_before_it_and_before_what_comes_later()
    {
        // Sent at 1 s; at the venue at 1.2 s; its acceptance is back at 1.5 s, its fill (at once) too.
        var strategy = new Script
        {
            OnEvent = (context, tick, n) =>
            {
                if (n == 1)
                {
                    context.Buy(tick.Instrument, Quantity.FromUnits(1));
                    foreach (var millis in (int[])[1_100, 1_300, 1_500, 1_600])
                    {
                        context.SetTimer(Start + Duration.FromMillis(millis), millis);
                    }
                }
            },
        };
        var heard = Heard(strategy, Markets.Closes(Start, 1, 100, 101, 102), ("execution.fill", "close"), ("execution.latency.model", "fixed"), ("execution.latency.orderMillis", 200), ("execution.latency.reportMillis", 300));
        Assert.Equal(
            ["1000 tick", "1100 timer 1100", "1300 timer 1300", "1500 order New", "1500 fill", "1500 order Filled", "1500 timer 1500", "1600 timer 1600", "2000 tick", "3000 tick"],
            heard.Where(h => !h.Contains("order New", StringComparison.Ordinal) || h.StartsWith("1500", StringComparison.Ordinal)).Select(h => h.Replace("order PartiallyFilled", "order New", StringComparison.Ordinal)));
    }

    [Fact]
    public void An_order_placed_by_a_timer_is_on_its_way_from_the_timers_time()
    {
        var strategy = new Script
        {
            OnEvent = (context, _, n) =>
            {
                if (n == 1)
                {
                    context.SetTimer(Start + Duration.FromMillis(1_400), 1);
                }
            },
            OnDue = (context, _) => context.Buy(new(0), Quantity.FromUnits(1)),
        };
        var heard = Heard(strategy, Markets.Closes(Start, 1, 100, 101, 102), ("execution.fill", "close"), ("execution.latency.model", "fixed"), ("execution.latency.orderMillis", 100), ("execution.latency.reportMillis", 50));
        Assert.Contains("1550 fill", heard);
    }

    [Fact]
    public void A_day_order_expires_at_its_time_and_its_answer_does_not_meet_the_next_event()
    {
        // Two quotes around midnight; the order in answer to the expiry is filled at the price before it, not at the jump after it.
        var midnight = Instant.FromUtc(2024, 3, 2);
        var universe = new Universe([Markets.Spot("A0", 0, 0)]);
        MarketEvent Quote(Instant time, double price) => MarketEvent.OfQuote(new(0), time, time, Price.FromDouble(price - 0.01), Price.FromDouble(price + 0.01), 1e6, 1e6);
        var data = new DataSet(universe, [Quote(midnight - Duration.FromSeconds(10), 100), Quote(midnight + Duration.FromSeconds(10), 500)]);
        var strategy = new Script
        {
            OnEvent = (context, tick, n) =>
            {
                if (n == 1)
                {
                    context.Place(OrderRequest.Limit(tick.Instrument, Side.Buy, Quantity.FromUnits(1), Price.Parse("50")) with { TimeInForce = TimeInForce.Day });
                    context.SetTimer(midnight + Duration.FromSeconds(1), 1);
                }
            },
            OnUpdate = (context, update) =>
            {
                if (update.Status == OrdStatus.Expired)
                {
                    context.Buy(new(0), Quantity.FromUnits(1));
                }
            },
        };
        using var folder = new TemporaryFolder();
        var spy = new Spy(strategy);
        TestRun.Execute(spy.Under(TestStrategy.Shipped("ema-cross")), data, folder["j"], ("execution.fill", "quote"));
        var fill = Assert.Single(JournalRecord.Decoded<FillCodec, Fill>(folder["j"]));
        Assert.Equal(Price.Parse("100.01"), fill.Price);
        Assert.Equal(midnight, fill.Time);
        Assert.True(spy.Heard.FindIndex(h => h.What == "order Expired") < spy.Heard.FindIndex(h => h.What == "timer 1"));
    }

    [Fact]
    public void What_is_on_its_way_at_the_end_is_not_delivered()
    {
        var strategy = new Script { OnEvent = (context, tick, _) => context.Buy(tick.Instrument, Quantity.FromUnits(1)) };
        var run = TestRun.Execute(strategy.Under(TestStrategy.Shipped("ema-cross")), Markets.Closes(Start, 1, 100, 101, 102), null, ("execution.fill", "close"), ("execution.latency.model", "fixed"), ("execution.latency.orderMillis", 600), ("execution.latency.reportMillis", 600)).Summary;
        Assert.Equal(3, run.Orders);
        Assert.Equal(1, run.Fills);
    }

    [Fact]
    public void Only_the_window_is_run_and_reading_ends_with_it()
    {
        var read = 0;
        var data = Markets.Closes(Start, 60, [.. Enumerable.Range(0, 50_000).Select(i => 100.0 + (i % 50))]);
        var reader = data.Open(() => { read++; return 1_000; });
        var (from, to) = (data.Events[10].Time, data.Events[30].Time);
        var result = TestRun.Execute(TestStrategy.Shipped("buy-and-hold"), reader, TestRun.Config(("from", from), ("to", to)));
        Assert.Equal(20, result.Summary.Events);
        Assert.Equal(from.ToString(), result.Summary.From);
        Assert.Equal(data.Events[29].Time.ToString(), result.Summary.To);
        Assert.Equal(1, read);
        Assert.Equal(0, TestRun.Execute(TestStrategy.Shipped("buy-and-hold"), data.Open(), TestRun.Config(("from", "2030-01-01"))).Summary.Events);
    }

    [Fact]
    public void A_cancelled_run_is_stopped_in_order_and_can_be_replayed()
    {
        using var folder = new TemporaryFolder();
        using var cancel = new CancellationTokenSource();
        var data = Markets.Bars(3, 1, 40_000, 60);
        var plan = new Slipstream.Runtime.Runs.RunPlan
        {
            Config = TestRun.Config(("journal.directory", folder["j"])),
            Strategy = TestStrategy.Own<RandomTrader>(("Activity", 0.01)),
            Data = data.Open(),
            Progress = p =>
            {
                if (p.Events > 9_000)
                {
                    cancel.Cancel();
                }
            },
        };
        var run = Slipstream.Runtime.Runs.SimulatedRun.Execute(plan, cancel.Token);
        Assert.Equal(16_384, run.Summary.Events);
        Assert.Equal(TestRun.Execute(TestStrategy.Own<RandomTrader>(), data.First(16_384), null).Summary.DatasetHash, run.Summary.DatasetHash);
        ReplayTests.AssertMatches(run, ReplayRun.Execute(folder["j"]));
    }

    [Fact]
    public void Cancelling_wakes_a_run_that_waits_for_a_quiet_feed()
    {
        using var cancel = new CancellationTokenSource();
        using var quiet = new ManualResetEventSlim();
        var data = Markets.Bars(3, 1, 100);
        var reads = 0;
        var reader = data.Open(() =>
        {
            if (++reads == 2)
            {
                cancel.CancelAfter(50);
                quiet.Wait(TimeSpan.FromSeconds(30));
            }

            return 10;
        });
        var plan = new Slipstream.Runtime.Runs.RunPlan { Config = TestRun.Config(Mode.DryRun), Strategy = TestStrategy.Shipped("ema-cross"), Data = reader };
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var run = Slipstream.Runtime.Runs.SimulatedRun.Execute(plan, cancel.Token);
        quiet.Set();
        Assert.Equal(10, run.Summary.Events);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"{clock.Elapsed}");
    }

    [Fact]
    public void What_the_reader_throws_ends_the_run_after_the_events_before_it()
    {
        var calls = 0;
        var reader = Markets.Bars(3, 1, 20_000).Open(() => ++calls == 3 ? throw new InvalidDataException("line 7 is no bar") : 8_192);
        Assert.Equal("line 7 is no bar", Assert.Throws<InvalidDataException>(() => TestRun.Execute(TestStrategy.Shipped("ema-cross"), reader, TestRun.Config())).Message);
    }

    private static List<string> Heard(Strategy strategy, DataSet data, params (string, object)[] options)
    {
        var spy = new Spy(strategy);
        TestRun.Execute(spy.Under(TestStrategy.Shipped("ema-cross")), data, null, options);
        return [.. spy.Heard.Select(h => $"{(h.Now - Start).Nanos / 1_000_000} {h.What}")];
    }
}
