using System.Diagnostics;
using Slipstream.Domain;
using Slipstream.Strategies.Trend;
using Xunit.Abstractions;

namespace Slipstream.Strategies.Tests.Trend;

public class EmaCrossTests(ITestOutputHelper output)
{
    private static readonly InstrumentId First = new(0);
    private static readonly Lazy<MarketEvent[]> S1 = new(() => ReferenceWalk.Bars(First, 0, ReferenceWalk.S1Bars));

    [Fact]
    public void The_reference_walk_is_the_published_one() =>
        Assert.Equal("8c3899858840e44671017a6259076ecd635551093a6d949da465e649e5bb3723", ReferenceWalk.S1Hash());

    [Theory]
    [InlineData(20, 50, 21_181, "9981861.53")]
    [InlineData(500, 2000, 637, "10003179.07")]
    public void The_reference_orders_and_equity_come_out_to_the_cent(int fast, int slow, int orders, string equity)
    {
        var strategy = new EmaCross { Fast = fast, Slow = slow, Quantity = 1 };
        var context = new RecordingContext(RecordingContext.OneInstrument(), 10_000_000) { RawFeePerOrder = Grid.UnitsPerOne };
        strategy.OnStart(context);
        foreach (ref readonly var bar in S1.Value.AsSpan())
        {
            context.TickAndFill(strategy, bar);
        }

        Assert.Equal(orders, context.Placed.Count);
        Assert.Equal(equity, Grid.Format(context.RawEquity));
    }

    [Fact]
    public void A_bar_allocates_nothing()
    {
        var strategy = new EmaCross { Quantity = 1 };
        var context = new RecordingContext(RecordingContext.OneInstrument(), 10_000_000, capacity: 40_000);
        strategy.OnStart(context);
        var bars = S1.Value.AsSpan();
        Feed(bars[..10_000]);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var start = Stopwatch.GetTimestamp();
        Feed(bars[10_000..]);
        var elapsed = Stopwatch.GetElapsedTime(start);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        output.WriteLine($"{elapsed.TotalNanoseconds / (bars.Length - 10_000):F1} ns a bar, fills included");
        Assert.True(context.Placed.Count > 20_000);
        Assert.Equal(0, allocated);

        void Feed(ReadOnlySpan<MarketEvent> events)
        {
            foreach (ref readonly var bar in events)
            {
                context.See(bar);
                strategy.OnTick(context, bar);
                if (context.OpenOrders(First) is { Length: > 0 } open)
                {
                    context.SetPosition(First, context.Position(First).After(open[0].Terms.Side, open[0].LeavesQty));
                    context.RemoveFirst(First);
                }
            }
        }
    }

    [Fact]
    public void A_second_order_waits_until_the_first_is_done()
    {
        var strategy = new EmaCross { Fast = 1, Slow = 2, Quantity = 1 };
        var context = Started(strategy);
        foreach (var bar in Closes(100, 101, 102, 103))
        {
            context.Tick(strategy, bar);
        }

        var order = Assert.Single(context.Placed);
        Assert.Equal((Side.Buy, Quantity.FromUnits(1)), (order.Side, order.Quantity));
    }

    [Fact]
    public void A_cross_against_a_working_order_cancels_it_once_and_what_was_filled_is_left_when_it_is_gone()
    {
        var strategy = new EmaCross { Fast = 1, Slow = 2, Quantity = 10 };
        var context = new RecordingContext(RecordingContext.OneInstrument()) { CancelsTakeTime = true };
        strategy.OnStart(context);
        var bars = Closes(100, 101, 102, 90, 80, 70);
        foreach (var bar in bars[..3])
        {
            context.Tick(strategy, bar);
        }

        var buy = context.OpenOrders(First)[0];
        context.FillOrder(First, buy.Id, Quantity.FromUnits(3), Price.Parse("102"));
        context.Tick(strategy, bars[3]);
        context.Tick(strategy, bars[4]);
        Assert.Equal([buy.Id], context.Cancelled);
        Assert.Single(context.Placed);

        context.RemoveFirst(First);
        context.Tick(strategy, bars[5]);
        Assert.Equal((Side.Sell, Quantity.FromUnits(3)), (context.Placed[^1].Side, context.Placed[^1].Quantity));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_cross_against_an_order_of_which_nothing_is_filled_cancels_it(bool allowShort)
    {
        var strategy = new EmaCross { Fast = 1, Slow = 2, Quantity = 10, AllowShort = allowShort };
        var context = Started(strategy);
        foreach (var bar in Closes(100, 101, 90, 80))
        {
            context.Tick(strategy, bar);
        }

        Assert.Single(context.Cancelled);
        Assert.Equal(allowShort ? [Side.Buy, Side.Sell] : [Side.Buy], context.Placed.Select(o => o.Side));
    }

    [Fact]
    public void It_first_decides_on_the_bar_that_completes_the_slow_average()
    {
        var strategy = new EmaCross { Fast = 2, Slow = 5, Quantity = 1 };
        var context = Started(strategy);
        foreach (var bar in Closes(1, 2, 3, 4))
        {
            context.TickAndFill(strategy, bar);
        }

        Assert.Empty(context.Placed);
        context.TickAndFill(strategy, Closes(5)[0]);
        Assert.Single(context.Placed);
    }

    [Fact]
    public void Without_shorts_a_fall_ends_flat_and_with_shorts_it_turns_the_position_over()
    {
        Assert.Equal("0", FinalPosition(allowShort: false).ToString());
        Assert.Equal("-2", FinalPosition(allowShort: true).ToString());

        static Position FinalPosition(bool allowShort)
        {
            var strategy = new EmaCross { Fast = 1, Slow = 2, Quantity = 2, AllowShort = allowShort };
            var context = Started(strategy);
            foreach (var bar in Closes(100, 101, 102, 90, 80))
            {
                context.TickAndFill(strategy, bar);
            }

            return context.Position(First);
        }
    }

    [Fact]
    public void Without_a_quantity_the_equity_is_shared_among_the_instruments()
    {
        var strategy = new EmaCross { Fast = 1, Slow = 2, Fraction = 0.5 };
        var context = new RecordingContext(RecordingContext.Instruments(10, lot: "0.1"), 100_000);
        strategy.OnStart(context);
        foreach (var bar in Closes(99, 100))
        {
            context.TickAndFill(strategy, bar);
        }

        Assert.Equal("50", context.Position(First).ToString());
    }

    [Fact]
    public void Ten_symbols_in_turn_are_traded_as_each_alone()
    {
        var together = new RecordingContext(RecordingContext.Instruments(10));
        var strategy = new EmaCross { Quantity = 1 };
        strategy.OnStart(together);
        var walks = Enumerable.Range(0, 10).Select(i => ReferenceWalk.Bars(new((ushort)i), i + 1, 5_000)).ToArray();
        for (var t = 0; t < 5_000; t++)
        {
            foreach (var walk in walks)
            {
                together.TickAndFill(strategy, walk[t]);
            }
        }

        for (var i = 0; i < 10; i++)
        {
            var single = new EmaCross { Quantity = 1 };
            var alone = Started(single);
            foreach (var bar in walks[i])
            {
                alone.TickAndFill(single, bar.For(First));
            }

            Assert.Equal(alone.Placed.Select(o => o.Side), together.Placed.Where(o => o.Instrument.Index == i).Select(o => o.Side));
        }
    }

    [Fact]
    public void A_fast_average_that_is_not_faster_is_refused() =>
        Assert.Contains("fast (50) must be below slow (50)", Assert.Throws<InvalidOperationException>(() => new EmaCross { Fast = 50 }.Metadata).Message);

    private static RecordingContext Started(Strategy strategy)
    {
        var context = new RecordingContext(RecordingContext.OneInstrument());
        strategy.OnStart(context);
        return context;
    }

    private static MarketEvent[] Closes(params double[] closes) => TestBars.Daily(First, closes);
}
