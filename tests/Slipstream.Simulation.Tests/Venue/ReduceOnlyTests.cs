namespace Slipstream.Simulation.Tests.Venue;

public sealed class ReduceOnlyTests
{
    private readonly Desk _desk = new(new BarFill());

    public static TheoryData<FillModel> Books => [new QuoteFill(), new QueueFill()];

    [Fact]
    public void With_nothing_to_reduce_it_is_rejected_on_arrival()
    {
        var flat = Reduce(_desk, OrderRequest.Market(Desk.Id, Side.Sell, Desk.Q(1)));
        Hold(_desk, Side.Buy, 1);
        var adds = Reduce(_desk, OrderRequest.Stop(Desk.Id, Side.Buy, Desk.Q(1), Desk.P(120)));
        Assert.Equal([ExecType.Rejected], _desk.Of(flat));
        Assert.Equal([ExecType.Rejected], _desk.Of(adds));
        Assert.Equal(new Refusal(FaultCode.OrderRejected, "reduceOnly", "Sell 1 at position 0", "at most what closes the position"), _desk.Reports[0].Reason);
    }

    [Fact]
    public void More_than_the_position_closes_it_and_ends_there()
    {
        Hold(_desk, Side.Buy, 1);
        var order = Reduce(_desk, OrderRequest.Market(Desk.Id, Side.Sell, Desk.Q(3)));
        _desk.Bar(100, 101, 99, 100);
        Assert.Equal("1: 1 @ 100; 2: 1 @ 100", _desk.Fills);
        Assert.Equal([ExecType.New, ExecType.Trade, ExecType.Canceled], _desk.Of(order));
        Assert.Equal(("reduceOnly", "Sell 2 at position 0"), (_desk.Reports[^1].Reason!.Rule, _desk.Reports[^1].Reason!.Observed));
    }

    [Fact]
    public void It_closes_a_short_position_too()
    {
        Hold(_desk, Side.Sell, 2);
        var order = Reduce(_desk, OrderRequest.Limit(Desk.Id, Side.Buy, Desk.Q(5), Desk.P(98)));
        _desk.Bar(100, 101, 97, 100);
        Assert.Equal("1: 2 @ 100; 2: 2 @ 98", _desk.Fills);
        Assert.Equal(ExecType.Canceled, _desk.Of(order).Last());
    }

    [Fact]
    public void After_the_strategy_s_close_the_bracket_s_stop_ends_in_the_same_bar()
    {
        Hold(_desk, Side.Buy, 1);
        var stop = Exit(OrderRequest.Stop(Desk.Id, Side.Sell, Desk.Q(1), Desk.P(98)));
        var profit = Exit(OrderRequest.Limit(Desk.Id, Side.Sell, Desk.Q(1), Desk.P(110)));
        Reduce(_desk, OrderRequest.Market(Desk.Id, Side.Sell, Desk.Q(1)));
        _desk.Bar(100, 101, 97, 100);
        Assert.Equal("1: 1 @ 100; 4: 1 @ 100", _desk.Fills);
        Assert.Equal([ExecType.New, ExecType.Triggered, ExecType.Canceled], _desk.Of(stop));

        // What does not come to fill waits for its owner's cancel.
        Assert.Equal([ExecType.New], _desk.Of(profit));
        _desk.Cancel(profit);
        Assert.Equal([ExecType.New, ExecType.Canceled], _desk.Of(profit));
        Assert.Null(_desk.Reports[^1].Reason);
    }

    [Fact]
    public void After_a_partial_close_the_bracket_s_stop_fills_the_rest_of_the_position()
    {
        Hold(_desk, Side.Buy, 1);
        var stop = Exit(OrderRequest.Stop(Desk.Id, Side.Sell, Desk.Q(1), Desk.P(98)));
        Reduce(_desk, OrderRequest.Market(Desk.Id, Side.Sell, Desk.Q(0.6)));
        _desk.Bar(100, 101, 97, 100);
        Assert.Equal("1: 1 @ 100; 3: 0.6 @ 100; 2: 0.4 @ 98", _desk.Fills);
        Assert.Equal([ExecType.New, ExecType.Triggered, ExecType.Trade, ExecType.Canceled], _desk.Of(stop));
    }

    [Fact]
    public void After_an_ordinary_close_a_resting_exit_of_a_later_bar_is_cancelled()
    {
        Hold(_desk, Side.Buy, 1);
        var profit = Exit(OrderRequest.Limit(Desk.Id, Side.Sell, Desk.Q(1), Desk.P(110)));
        Hold(_desk, Side.Sell, 3);
        _desk.Bar(100, 111, 99, 100);
        Assert.Equal("1: 1 @ 100; 3: 3 @ 100", _desk.Fills);
        Assert.Equal([ExecType.New, ExecType.Canceled], _desk.Of(profit));
        Assert.Equal("Sell 1 at position -2", _desk.Reports[^1].Reason!.Observed);
    }

    [Fact]
    public void Several_together_close_the_position_and_no_more()
    {
        Hold(_desk, Side.Buy, 1);
        var orders = Enumerable.Range(0, 3).Select(i => Reduce(_desk, OrderRequest.Limit(Desk.Id, Side.Sell, Desk.Q(0.6), Desk.P(105 + i)))).ToList();
        _desk.Bar(100, 120, 99, 100);
        Assert.Equal("1: 1 @ 100; 2: 0.6 @ 105; 3: 0.4 @ 106", _desk.Fills);
        Assert.Equal([ExecType.New, ExecType.Trade], _desk.Of(orders[0]));
        Assert.Equal([ExecType.New, ExecType.Trade, ExecType.Canceled], _desk.Of(orders[1]));
        Assert.Equal([ExecType.New, ExecType.Canceled], _desk.Of(orders[2]));
    }

    [Fact]
    public void At_the_close_model_s_last_price_it_fills_no_more_than_the_position()
    {
        var desk = new Desk(new CloseFill());
        desk.Bar(100, 101, 99, 100);
        desk.Market(Side.Buy, 1);
        Reduce(desk, OrderRequest.Market(Desk.Id, Side.Sell, Desk.Q(4)));
        Assert.Equal("1: 1 @ 100; 2: 1 @ 100", desk.Fills);
        Assert.Equal(ExecType.Canceled, desk.Reports[^1].Type);
    }

    [Fact]
    public void Fill_or_kill_means_all_that_it_may_fill()
    {
        var desk = new Desk(new QuoteFill());
        desk.Quote(99, 2, 101, 2);
        desk.Market(Side.Buy, 1);
        var order = Reduce(desk, OrderRequest.Limit(Desk.Id, Side.Sell, Desk.Q(5), Desk.P(99)) with { TimeInForce = TimeInForce.Fok });
        Assert.Equal([ExecType.New, ExecType.Trade, ExecType.Canceled], desk.Of(order));
        Assert.Equal("1: 1 @ 101; 2: 1 @ 99", desk.Fills);
    }

    [Theory]
    [MemberData(nameof(Books))]
    public void A_resting_one_makes_for_no_more_than_the_position(FillModel fill)
    {
        var desk = new Desk(fill);
        desk.Quote(99, 5, 101, 5);
        desk.Market(Side.Buy, 1);
        var first = Reduce(desk, OrderRequest.Limit(Desk.Id, Side.Sell, Desk.Q(0.7), Desk.P(103)));
        var second = Reduce(desk, OrderRequest.Limit(Desk.Id, Side.Sell, Desk.Q(0.7), Desk.P(104)));
        var third = Reduce(desk, OrderRequest.Limit(Desk.Id, Side.Sell, Desk.Q(0.7), Desk.P(105)));
        desk.Trade(110, 50, Side.Buy);
        Assert.Equal("1: 1 @ 101; 2: 0.7 @ 103; 3: 0.3 @ 104", desk.Fills);
        Assert.Equal([ExecType.New, ExecType.Trade], desk.Of(first));
        Assert.Equal([ExecType.New, ExecType.Trade, ExecType.Canceled], desk.Of(second));
        Assert.Equal([ExecType.New, ExecType.Canceled], desk.Of(third));
    }

    [Theory]
    [MemberData(nameof(Books))]
    public void The_other_side_coming_to_its_price_fills_no_more_than_the_position(FillModel fill)
    {
        var desk = new Desk(fill);
        desk.Quote(99, 5, 101, 5);
        desk.Market(Side.Buy, 1);
        var first = Reduce(desk, OrderRequest.Limit(Desk.Id, Side.Sell, Desk.Q(3), Desk.P(103)));
        var second = Reduce(desk, OrderRequest.Limit(Desk.Id, Side.Sell, Desk.Q(3), Desk.P(103)));
        desk.Quote(104, 50, 105, 5);
        Assert.Equal("1: 1 @ 101; 2: 1 @ 103", desk.Fills);
        Assert.Equal([ExecType.New, ExecType.Trade, ExecType.Canceled], desk.Of(first));
        Assert.Equal([ExecType.New, ExecType.Canceled], desk.Of(second));
    }

    [Fact]
    public void Of_trades_without_a_book_it_takes_no_more_than_the_position()
    {
        var desk = new Desk(new QuoteFill());
        desk.Trade(100, 10, null);
        desk.Market(Side.Buy, 1);
        desk.Trade(100, 10, null);
        var first = Reduce(desk, OrderRequest.Market(Desk.Id, Side.Sell, Desk.Q(3)));
        var second = Reduce(desk, OrderRequest.Market(Desk.Id, Side.Sell, Desk.Q(3)));
        desk.Trade(100, 10, null);
        Assert.Equal("1: 1 @ 100; 2: 1 @ 100", desk.Fills);
        Assert.Equal(ExecType.Canceled, desk.Of(first).Last());
        Assert.Equal([ExecType.New, ExecType.Canceled], desk.Of(second));
    }

    [Fact]
    public void One_that_fills_in_parts_stays_until_the_position_is_closed()
    {
        Hold(_desk, Side.Buy, 2);
        var order = Reduce(_desk, OrderRequest.Market(Desk.Id, Side.Sell, Desk.Q(3)));
        _desk.Bar(100, 101, 99, 100, volume: 4);
        Assert.Equal([ExecType.New, ExecType.Trade], _desk.Of(order));
        _desk.Bar(100, 101, 99, 100, volume: 40);
        Assert.Equal("1: 2 @ 100; 2: 1 @ 100; 2: 1 @ 100", _desk.Fills);
        Assert.Equal(ExecType.Canceled, _desk.Of(order).Last());
    }

    private static OrderId Reduce(Desk desk, OrderRequest terms) => desk.Place(terms with { ReduceOnly = true });

    private static void Hold(Desk desk, Side side, double quantity)
    {
        desk.Market(side, quantity);
        desk.Bar(100, 101, 99, 100);
    }

    private OrderId Exit(OrderRequest terms) => _desk.Place(terms with { ReduceOnly = true }, new OrderId(1));
}
