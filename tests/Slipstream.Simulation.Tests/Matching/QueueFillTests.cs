namespace Slipstream.Simulation.Tests.Matching;

public sealed class QueueFillTests
{
    private static Desk DeskOf(QueueModel model)
    {
        var desk = new Desk(new QueueFill(model));
        desk.Level(Side.Buy, 99, 5, MarketEventFlags.SnapshotStart);
        desk.Level(Side.Buy, 98, 10, MarketEventFlags.None);
        desk.Level(Side.Sell, 101, 2, MarketEventFlags.None);
        desk.Level(Side.Sell, 102, 3, MarketEventFlags.None);
        desk.Level(Side.Sell, 103, 10);
        return desk;
    }

    [Fact]
    public void A_market_order_walks_the_book_level_by_level()
    {
        var desk = DeskOf(QueueModel.Pessimistic);
        desk.Market(Side.Buy, 6);
        Assert.Equal("1: 2 @ 101; 1: 3 @ 102; 1: 1 @ 103", desk.Fills);

        // Mid 100: half the spread is 1, beyond the best level the order paid for its own size.
        Assert.Equal([new(2, 0, 0, 0), new(3, 3, 0, 0), new(1, 2, 0, 0)], desk.Trades.Select(t => t.Costs));
    }

    [Fact]
    public void What_was_taken_is_not_there_twice_until_the_level_is_told_anew()
    {
        var desk = DeskOf(QueueModel.Pessimistic);
        desk.Market(Side.Buy, 2);
        desk.Market(Side.Buy, 1);
        desk.Level(Side.Sell, 101, 1.5);
        desk.Market(Side.Buy, 1);
        Assert.Equal("1: 2 @ 101; 2: 1 @ 102; 3: 1 @ 101", desk.Fills);
    }

    [Fact]
    public void Trades_eat_what_is_ahead_then_fill()
    {
        var desk = DeskOf(QueueModel.Pessimistic);
        desk.Limit(Side.Buy, 2, 99);
        desk.Trade(99, 3, Side.Sell);
        desk.Level(Side.Buy, 99, 2);
        Assert.Equal("", desk.Fills);
        desk.Trade(99, 3, Side.Sell);
        Assert.Equal("1: 1 @ 99", desk.Fills);
    }

    [Fact]
    public void Pessimistic_cancels_come_from_behind_as_long_as_they_can()
    {
        var desk = DeskOf(QueueModel.Pessimistic);
        desk.Limit(Side.Buy, 2, 99);
        desk.Level(Side.Buy, 99, 15);
        desk.Level(Side.Buy, 99, 6);

        // Still five ahead.
        desk.Trade(99, 5, Side.Sell);
        Assert.Equal("", desk.Fills);
        desk.Trade(99, 1, Side.Sell);
        Assert.Equal("1: 1 @ 99", desk.Fills);
    }

    [Fact]
    public void Proportional_cancels_come_from_everywhere()
    {
        var desk = DeskOf(QueueModel.Proportional);
        desk.Limit(Side.Buy, 2, 99);
        desk.Level(Side.Buy, 99, 15);
        desk.Level(Side.Buy, 99, 6);

        // Five of fifteen were ahead; nine cancelled, three of them ahead: two are left.
        desk.Trade(99, 2, Side.Sell);
        Assert.Equal("", desk.Fills);
        desk.Trade(99, 1, Side.Sell);
        Assert.Equal("1: 1 @ 99", desk.Fills);
    }

    [Fact]
    public void A_decrease_that_trades_explain_is_no_cancel()
    {
        var desk = DeskOf(QueueModel.Proportional);
        desk.Limit(Side.Buy, 2, 98);
        desk.Level(Side.Buy, 99, 0);
        desk.Trade(98, 4, Side.Sell);
        desk.Level(Side.Buy, 98, 6);

        // Ten were ahead, four traded, six are.
        desk.Trade(98, 6, Side.Sell);
        Assert.Equal("", desk.Fills);
        desk.Trade(98, 1, Side.Sell);
        Assert.Equal("1: 1 @ 98", desk.Fills);
    }

    [Fact]
    public void A_level_that_shrinks_below_what_was_ahead_moves_the_order_up()
    {
        var desk = DeskOf(QueueModel.Pessimistic);
        desk.Limit(Side.Buy, 2, 99);
        desk.Level(Side.Buy, 99, 1);
        desk.Trade(99, 2, Side.Sell);
        Assert.Equal("1: 1 @ 99", desk.Fills);
    }

    [Fact]
    public void A_trade_through_two_own_levels_fills_the_better_first()
    {
        var desk = DeskOf(QueueModel.Pessimistic);
        desk.Limit(Side.Buy, 2, 98.5);
        desk.Limit(Side.Buy, 1, 99.5);
        desk.Trade(98.4, 2, Side.Sell);
        Assert.Equal("2: 1 @ 99.5; 1: 1 @ 98.5", desk.Fills);
    }

    [Fact]
    public void Two_own_orders_at_a_level_share_a_trade_in_order()
    {
        var desk = DeskOf(QueueModel.Pessimistic);
        desk.Limit(Side.Buy, 2, 99);
        desk.Level(Side.Buy, 99, 6);
        desk.Limit(Side.Buy, 2, 99);

        // Five strangers, two of ours, one stranger, then ours again.
        desk.Trade(99, 8.5, Side.Sell);
        Assert.Equal("1: 2 @ 99; 2: 0.5 @ 99", desk.Fills);
    }

    [Fact]
    public void A_replace_that_only_shrinks_keeps_the_place_and_any_other_loses_it()
    {
        var desk = DeskOf(QueueModel.Pessimistic);
        var shrunk = desk.Limit(Side.Buy, 2, 99);
        var grown = desk.Limit(Side.Buy, 1, 99);
        desk.Level(Side.Buy, 99, 20);
        desk.Replace(shrunk, 1);
        desk.Replace(grown, 1.5);
        desk.Trade(99, 8, Side.Sell);
        Assert.Equal("1: 1 @ 99", desk.Fills);
    }

    [Fact]
    public void A_resting_order_fills_when_the_other_side_comes_to_it()
    {
        var desk = DeskOf(QueueModel.Pessimistic);
        desk.Limit(Side.Sell, 5, 102);
        desk.Level(Side.Sell, 101, 0, MarketEventFlags.None);
        desk.Level(Side.Buy, 102, 2, MarketEventFlags.None);
        Assert.Equal("", desk.Fills);
        desk.Level(Side.Buy, 102.5, 1);
        Assert.Equal("1: 1 @ 102; 1: 2 @ 102", desk.Fills);
        desk.Level(Side.Buy, 90, 1);
        Assert.Equal(2, desk.Trades.Count());
    }

    [Fact]
    public void A_snapshot_forgets_the_book_but_not_the_place_in_the_queue()
    {
        var desk = DeskOf(QueueModel.Pessimistic);
        desk.Limit(Side.Buy, 2, 99);
        desk.Level(Side.Sell, 101, 2, MarketEventFlags.SnapshotStart);
        desk.Level(Side.Buy, 99, 30);
        desk.Trade(99, 6, Side.Sell);
        Assert.Equal("1: 1 @ 99", desk.Fills);
    }

    [Fact]
    public void A_fill_or_kill_order_counts_all_levels_within_its_limit()
    {
        var desk = DeskOf(QueueModel.Pessimistic);
        desk.Limit(Side.Buy, 5.1, 102, TimeInForce.Fok);
        desk.Limit(Side.Buy, 5, 102, TimeInForce.Fok);
        Assert.Equal("2: 2 @ 101; 2: 3 @ 102", desk.Fills);
    }

    [Fact]
    public void Auto_goes_from_bars_to_quotes_to_the_book_as_the_data_allow()
    {
        var desk = new Desk(new AutoFill());
        desk.Bar(100, 101, 99, 100);
        desk.Market(Side.Buy, 1);
        Assert.Equal("", desk.Fills);
        desk.Quote(99, 5, 101, 5);
        Assert.Equal("1: 1 @ 101", desk.Fills);
        desk.Market(Side.Buy, 1);
        desk.Level(Side.Sell, 100.5, 1, MarketEventFlags.SnapshotStart);
        desk.Level(Side.Sell, 100.6, 1);
        desk.Market(Side.Buy, 2);
        Assert.Equal("1: 1 @ 101; 2: 1 @ 101; 3: 1 @ 100.5; 3: 1 @ 100.6", desk.Fills);
    }

    [Fact]
    public void Book_sides_keep_levels_in_order_through_random_changes()
    {
        var side = new BookSide(Side.Sell);
        var reference = new SortedDictionary<long, double>();
        var random = new SeededRandom(7);
        for (var i = 0; i < 20_000; i++)
        {
            var price = 1000 + random.NextBelow(60);
            var size = random.NextBelow(3);
            side.Set(price, size);
            _ = size == 0 ? reference.Remove(price) : (reference[price] = size) > 0;
            if (i % 100 == 0)
            {
                Assert.Equal(reference, Enumerable.Range(0, side.Count).ToDictionary(side.PriceAt, side.AvailableAt));
                Assert.Equal(reference.Count > 0 ? reference.First().Key : null, side.BestPrice);
            }
        }
    }
}
