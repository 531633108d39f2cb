namespace Slipstream.Simulation.Tests.Matching;

public sealed class QuoteFillTests
{
    private readonly Desk _desk = new(new QuoteFill());

    [Fact]
    public void A_market_order_takes_the_displayed_size_and_waits_for_the_next_quote()
    {
        _desk.Quote(99, 5, 101, 2);
        _desk.Market(Side.Buy, 3);
        Assert.Equal("1: 2 @ 101", _desk.Fills);

        // The same ask again is the same size that was taken already.
        _desk.Quote(99.5, 5, 101, 2);
        Assert.Equal("1: 2 @ 101", _desk.Fills);
        _desk.Quote(99, 5, 102, 2);
        Assert.Equal("1: 2 @ 101; 1: 1 @ 102", _desk.Fills);
    }

    [Fact]
    public void Half_of_the_quoted_spread_is_reported_and_already_in_the_price()
    {
        _desk.Quote(99, 5, 101, 5);
        _desk.Market(Side.Sell, 2);
        Assert.Equal("1: 2 @ 99", _desk.Fills);
        Assert.Equal(new ExecutionCosts(2, 0, 0, 0), _desk.Trades.Single().Costs);
    }

    [Fact]
    public void A_marketable_limit_takes_up_to_its_limit_and_the_rest_rests()
    {
        _desk.Quote(99, 5, 101, 2);
        _desk.Limit(Side.Buy, 3, 101);
        Assert.Equal("1: 2 @ 101", _desk.Fills);
        _desk.Trade(101, 1, Side.Sell);
        Assert.Equal("1: 2 @ 101; 1: 1 @ 101", _desk.Fills);
        Assert.Equal([Liquidity.Taker, Liquidity.Maker], _desk.Trades.Select(t => t.Liquidity!.Value));
    }

    [Fact]
    public void At_the_touch_only_trades_beyond_the_displayed_size_fill()
    {
        _desk.Quote(99, 5, 101, 5);
        _desk.Limit(Side.Buy, 2, 99);
        _desk.Trade(99, 4, Side.Sell);
        _desk.Trade(99, 3, Side.Buy);
        Assert.Equal("", _desk.Fills);
        _desk.Trade(99, 2, Side.Sell);
        Assert.Equal("1: 1 @ 99", _desk.Fills);
        _desk.Trade(99, 2, null);
        Assert.Equal("1: 1 @ 99; 1: 1 @ 99", _desk.Fills);
        Assert.Equal(Liquidity.Maker, _desk.Trades.Last().Liquidity);
    }

    [Fact]
    public void A_trade_through_the_limit_fills_without_a_queue()
    {
        _desk.Quote(99, 5, 101, 5);
        _desk.Limit(Side.Buy, 2, 98);
        _desk.Trade(98, 50, Side.Sell);
        Assert.Equal("", _desk.Fills);
        _desk.Trade(97.99, 1, Side.Sell);
        Assert.Equal("1: 1 @ 98", _desk.Fills);
    }

    [Fact]
    public void An_ask_that_comes_down_to_a_resting_buy_fills_it_at_its_limit()
    {
        _desk.Quote(99, 5, 101, 5);
        _desk.Limit(Side.Buy, 2, 98);
        _desk.Quote(96, 5, 97, 1);
        Assert.Equal("1: 1 @ 98", _desk.Fills);
        Assert.Equal(Liquidity.Maker, _desk.Trades.Single().Liquidity);
    }

    [Fact]
    public void When_the_bid_falls_below_an_order_nobody_is_ahead_any_more()
    {
        _desk.Quote(99, 5, 101, 5);
        _desk.Limit(Side.Buy, 2, 99);
        _desk.Quote(98, 5, 101, 5);
        _desk.Trade(99, 1, Side.Sell);
        Assert.Equal("1: 1 @ 99", _desk.Fills);
    }

    [Fact]
    public void An_order_inside_the_spread_has_nobody_ahead()
    {
        _desk.Quote(99, 5, 101, 5);
        _desk.Limit(Side.Sell, 2, 100);
        _desk.Trade(100, 1.5, Side.Buy);
        Assert.Equal("1: 1.5 @ 100", _desk.Fills);
    }

    [Fact]
    public void A_sell_stop_is_triggered_by_the_bid_and_fills_at_it()
    {
        _desk.Quote(99, 5, 101, 5);
        var order = _desk.Stop(Side.Sell, 1, 98);
        _desk.Quote(97.5, 5, 99, 5);
        Assert.Equal("1: 1 @ 97.5", _desk.Fills);
        Assert.Equal([ExecType.New, ExecType.Triggered, ExecType.Trade], _desk.Of(order));
    }

    [Fact]
    public void A_stop_that_a_trade_triggers_does_not_get_the_older_better_quote()
    {
        _desk.Quote(99, 5, 101, 5);
        _desk.Stop(Side.Sell, 1, 98);
        _desk.Trade(97, 1, Side.Sell);
        Assert.Equal("1: 1 @ 97", _desk.Fills);
    }

    [Fact]
    public void A_trailing_stop_follows_the_bid()
    {
        _desk.Quote(99, 5, 101, 5);
        _desk.Trail(Side.Sell, 1, 2);
        _desk.Quote(104, 5, 105, 5);
        _desk.Quote(102.01, 5, 103, 5);
        Assert.Equal("", _desk.Fills);
        _desk.Quote(101.5, 5, 103, 5);
        Assert.Equal("1: 1 @ 101.5", _desk.Fills);
    }

    [Fact]
    public void Immediate_orders_end_at_once()
    {
        _desk.Quote(99, 5, 101, 2);
        var ioc = _desk.Limit(Side.Buy, 3, 101, TimeInForce.Ioc);
        _desk.Quote(99, 5, 101, 2.1);
        var fok = _desk.Limit(Side.Buy, 3, 101, TimeInForce.Fok);
        var whole = _desk.Limit(Side.Buy, 2, 101, TimeInForce.Fok);
        Assert.Equal([ExecType.New, ExecType.Trade, ExecType.Expired], _desk.Of(ioc));
        Assert.Equal([ExecType.New, ExecType.Expired], _desk.Of(fok));
        Assert.Equal([ExecType.New, ExecType.Trade], _desk.Of(whole));
    }

    [Fact]
    public void A_post_only_order_is_refused_at_the_ask_and_accepted_below()
    {
        _desk.Quote(99, 5, 101, 2);
        _desk.Place(OrderRequest.Limit(Desk.Id, Side.Buy, Desk.Q(1), Desk.P(101)) with { PostOnly = true });
        _desk.Place(OrderRequest.Limit(Desk.Id, Side.Buy, Desk.Q(1), Desk.P(100.99)) with { PostOnly = true });
        Assert.Equal([ExecType.Rejected, ExecType.New], _desk.Reports.Select(r => r.Type));
    }

    [Fact]
    public void With_trades_only_a_market_order_takes_the_next_trade()
    {
        _desk.Trade(100, 5, null);
        _desk.Market(Side.Buy, 2);
        _desk.Limit(Side.Buy, 1, 105);
        _desk.Trade(101, 1.5, null);
        _desk.Trade(102, 3, null);
        Assert.Equal("1: 1.5 @ 101; 2: 1 @ 101; 1: 0.5 @ 102", _desk.Fills);
    }

    [Fact]
    public void Quotes_without_sizes_give_all_that_is_wanted()
    {
        _desk.Quote(99, 0, 101, 0);
        _desk.Market(Side.Buy, 300);
        Assert.Equal("1: 300 @ 101", _desk.Fills);
    }

    [Fact]
    public void A_day_order_expires_at_the_close_itself()
    {
        _desk.Quote(99, 5, 101, 5);
        var order = _desk.Limit(Side.Buy, 1, 98, TimeInForce.Day);
        Assert.Equal(Instant.FromUtc(2024, 1, 3), _desk.Venue.NextDue);
        _desk.Wait(Duration.FromDays(1));
        Assert.Equal([ExecType.New, ExecType.Expired], _desk.Of(order));
    }

    [Fact]
    public void A_bracket_s_two_exits_never_fill_in_one_event()
    {
        var entry = new OrderId(99);
        _desk.Quote(99, 5, 101, 5);
        _desk.Place(OrderRequest.Stop(Desk.Id, Side.Sell, Desk.Q(1), Desk.P(98)), entry);
        _desk.Place(OrderRequest.Limit(Desk.Id, Side.Sell, Desk.Q(1), Desk.P(103)), entry);
        _desk.Quote(103, 5, 104, 5);
        Assert.Equal("2: 1 @ 103", _desk.Fills);
    }
}
