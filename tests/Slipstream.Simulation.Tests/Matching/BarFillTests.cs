namespace Slipstream.Simulation.Tests.Matching;

public sealed class BarFillTests
{
    private readonly Desk _desk = new(new BarFill(0.25));

    public BarFillTests() => _desk.Bar(100, 101, 99, 100);

    [Fact]
    public void A_market_order_fills_at_the_next_open()
    {
        _desk.Market(Side.Buy, 1);
        Assert.Equal("", _desk.Fills);
        _desk.Bar(100.5, 103, 98, 102);
        Assert.Equal("1: 1 @ 100.5", _desk.Fills);
        Assert.Equal(Liquidity.Taker, _desk.Trades.Single().Liquidity);
    }

    [Fact]
    public void A_limit_that_is_touched_but_not_traded_through_stays_open()
    {
        var order = _desk.Limit(Side.Buy, 1, 98);
        _desk.Bar(100, 101, 98, 99);
        Assert.Equal([ExecType.New], _desk.Of(order));
        _desk.Bar(99, 100, 97.99, 98.5);
        Assert.Equal("1: 1 @ 98", _desk.Fills);
        Assert.Equal(Liquidity.Maker, _desk.Trades.Single().Liquidity);
    }

    [Fact]
    public void A_sell_limit_fills_at_its_limit_when_traded_through()
    {
        _desk.Limit(Side.Sell, 1, 102);
        _desk.Bar(100, 102, 98, 99);
        _desk.Bar(99, 102.01, 98, 99);
        Assert.Equal("1: 1 @ 102", _desk.Fills);
    }

    [Fact]
    public void A_limit_that_the_open_gaps_through_fills_at_the_open()
    {
        _desk.Limit(Side.Buy, 1, 98);
        _desk.Bar(96, 97, 95, 96);
        Assert.Equal("1: 1 @ 96", _desk.Fills);
    }

    [Fact]
    public void A_limit_at_the_open_exactly_fills_at_it()
    {
        _desk.Limit(Side.Sell, 1, 103);
        _desk.Bar(103, 103, 102, 102.5);
        Assert.Equal("1: 1 @ 103", _desk.Fills);
    }

    [Fact]
    public void A_stop_fills_at_its_price_when_touched()
    {
        var order = _desk.Stop(Side.Sell, 1, 98);
        _desk.Bar(100, 101, 98, 100);
        Assert.Equal("1: 1 @ 98", _desk.Fills);
        Assert.Equal([ExecType.New, ExecType.Triggered, ExecType.Trade], _desk.Of(order));
    }

    [Fact]
    public void A_gap_through_a_stop_fills_at_the_worse_open()
    {
        _desk.Stop(Side.Sell, 1, 98);
        _desk.Stop(Side.Buy, 1, 104);
        _desk.Bar(95, 96, 94, 95);
        _desk.Bar(106, 107, 105, 106);
        Assert.Equal("1: 1 @ 95; 2: 1 @ 106", _desk.Fills);
    }

    [Fact]
    public void A_stop_limit_fills_at_its_trigger_if_the_limit_allows()
    {
        _desk.Place(OrderRequest.StopLimit(Desk.Id, Side.Buy, Desk.Q(1), Desk.P(102), Desk.P(102.5)));
        _desk.Bar(100, 103, 99, 101);
        Assert.Equal("1: 1 @ 102", _desk.Fills);
    }

    [Fact]
    public void A_stop_limit_that_is_gapped_beyond_its_limit_rests_from_the_next_bar_on()
    {
        var order = _desk.Place(OrderRequest.StopLimit(Desk.Id, Side.Buy, Desk.Q(1), Desk.P(102), Desk.P(102.5)));
        _desk.Bar(103, 104, 102, 103);
        Assert.Equal([ExecType.New, ExecType.Triggered], _desk.Of(order));
        _desk.Bar(103, 104, 102.4, 103);
        Assert.Equal("1: 1 @ 102.5", _desk.Fills);
        Assert.Equal(Liquidity.Maker, _desk.Trades.Single().Liquidity);
    }

    [Fact]
    public void A_trailing_stop_follows_earlier_highs_only()
    {
        _desk.Trail(Side.Sell, 1, 3);

        // The high of 106 may have come after the low of 98: the stop still stands at 100 - 3.
        _desk.Bar(100, 106, 98, 105);
        Assert.Equal("", _desk.Fills);

        // Now it stands at 106 - 3.
        _desk.Bar(105, 105, 102, 104);
        Assert.Equal("1: 1 @ 103", _desk.Fills);
    }

    [Fact]
    public void A_trailing_stop_never_moves_back()
    {
        _desk.Trail(Side.Buy, 1, 3);
        _desk.Bar(100, 101, 95, 96);
        _desk.Bar(96, 97, 96, 97);
        _desk.Bar(97, 99, 97, 98);
        Assert.Equal("1: 1 @ 98", _desk.Fills);
    }

    [Fact]
    public void A_trailing_stop_fills_at_a_gapped_open()
    {
        _desk.Trail(Side.Sell, 1, 3);
        _desk.Bar(94, 95, 93, 94);
        Assert.Equal("1: 1 @ 94", _desk.Fills);
    }

    [Fact]
    public void Of_a_bracket_s_two_exits_in_one_bar_the_loss_comes_first_and_alone()
    {
        var entry = _desk.Market(Side.Buy, 1);
        _desk.Bar(100, 101, 99, 100);
        var profit = _desk.Place(OrderRequest.Limit(Desk.Id, Side.Sell, Desk.Q(1), Desk.P(105)), entry);
        var loss = _desk.Place(OrderRequest.Stop(Desk.Id, Side.Sell, Desk.Q(1), Desk.P(95)), entry);
        _desk.Bar(100, 110, 90, 109);
        Assert.Equal("1: 1 @ 100; 3: 1 @ 95", _desk.Fills);
        Assert.Equal([ExecType.New], _desk.Of(profit));
        Assert.Equal([ExecType.New, ExecType.Triggered, ExecType.Trade], _desk.Of(loss));
    }

    [Fact]
    public void A_profit_at_the_open_is_known_to_come_before_the_loss()
    {
        var entry = _desk.Market(Side.Buy, 1);
        _desk.Bar(100, 101, 99, 100);
        _desk.Place(OrderRequest.Limit(Desk.Id, Side.Sell, Desk.Q(1), Desk.P(105)), entry);
        _desk.Place(OrderRequest.Stop(Desk.Id, Side.Sell, Desk.Q(1), Desk.P(95)), entry);
        _desk.Bar(106, 110, 90, 91);
        Assert.Equal("1: 1 @ 100; 2: 1 @ 106", _desk.Fills);
    }

    [Fact]
    public void Orders_of_two_families_do_not_hinder_each_other()
    {
        _desk.Place(OrderRequest.Limit(Desk.Id, Side.Sell, Desk.Q(1), Desk.P(105)));
        _desk.Place(OrderRequest.Stop(Desk.Id, Side.Sell, Desk.Q(1), Desk.P(95)));
        _desk.Bar(100, 110, 90, 109);
        Assert.Equal("2: 1 @ 95; 1: 1 @ 105", _desk.Fills);
    }

    [Fact]
    public void A_quarter_of_the_volume_is_shared_by_all_own_orders_and_the_rest_waits()
    {
        _desk.Market(Side.Buy, 3);
        _desk.Market(Side.Buy, 2);
        _desk.Bar(100, 101, 99, 100, volume: 8.8);
        Assert.Equal("1: 2.2 @ 100", _desk.Fills);
        _desk.Bar(101, 102, 99, 100, volume: 8);
        Assert.Equal("1: 2.2 @ 100; 1: 0.8 @ 101; 2: 1.2 @ 101", _desk.Fills);
    }

    [Fact]
    public void Without_volume_in_a_bar_nothing_trades_once_volume_was_ever_seen()
    {
        _desk.Bar(100, 101, 99, 100, volume: 10);
        _desk.Market(Side.Buy, 1);
        _desk.Stop(Side.Sell, 1, 99.5);
        _desk.Bar(100, 100, 100, 100, volume: 0);
        Assert.Equal("", _desk.Fills);
        _desk.Bar(99, 99, 99, 99, volume: 100);
        Assert.Equal("1: 1 @ 99; 2: 1 @ 99", _desk.Fills);
    }

    [Fact]
    public void A_source_without_volumes_caps_nothing()
    {
        _desk.Market(Side.Buy, 1_000_000);
        _desk.Bar(100, 101, 99, 100);
        Assert.Equal("1: 1000000 @ 100", _desk.Fills);
    }

    [Fact]
    public void An_immediate_or_cancel_order_gets_what_the_open_gives_and_expires()
    {
        var capped = _desk.Place(OrderRequest.Market(Desk.Id, Side.Buy, Desk.Q(3)) with { TimeInForce = TimeInForce.Ioc });
        _desk.Bar(100, 101, 90, 100, volume: 4);
        var away = _desk.Limit(Side.Buy, 1, 99, TimeInForce.Ioc);
        _desk.Bar(100, 101, 90, 100, volume: 4);
        Assert.Equal("1: 1 @ 100", _desk.Fills);
        Assert.Equal([ExecType.New, ExecType.Trade, ExecType.Expired], _desk.Of(capped));
        Assert.Equal([ExecType.New, ExecType.Expired], _desk.Of(away));
    }

    [Fact]
    public void A_fill_or_kill_order_fills_whole_or_not_at_all()
    {
        var small = _desk.Place(OrderRequest.Market(Desk.Id, Side.Buy, Desk.Q(1)) with { TimeInForce = TimeInForce.Fok });
        var large = _desk.Place(OrderRequest.Market(Desk.Id, Side.Buy, Desk.Q(2)) with { TimeInForce = TimeInForce.Fok });
        _desk.Bar(100, 101, 99, 100, volume: 8);
        Assert.Equal([ExecType.New, ExecType.Trade], _desk.Of(small));
        Assert.Equal([ExecType.New, ExecType.Expired], _desk.Of(large));
        Assert.Equal("fillOrKill", _desk.Reports[^1].Reason!.Rule);
    }

    [Fact]
    public void An_order_that_came_while_the_bar_was_under_way_meets_only_its_close()
    {
        _desk.Wait(Duration.FromSeconds(20));
        _desk.Market(Side.Buy, 1);
        _desk.Limit(Side.Sell, 1, 104);
        _desk.Show(MarketEvent.OfBar(Desk.Id, Desk.Start + Duration.FromSeconds(120), 60, Desk.P(100), Desk.P(105), Desk.P(99), Desk.P(102), 0));
        Assert.Equal("1: 1 @ 102", _desk.Fills);
    }

    [Fact]
    public void A_stop_off_the_tick_of_the_data_is_rounded_against_the_trader_but_not_out_of_the_bar()
    {
        _desk.Place(OrderRequest.TrailingStop(Desk.Id, Side.Sell, Desk.Q(1), PriceMove.Parse("1.005")));
        _desk.Place(OrderRequest.TrailingStop(Desk.Id, Side.Sell, Desk.Q(1), PriceMove.Parse("2.005")));
        _desk.Bar(100, 100, 98, 99);
        _desk.Bar(97.995, 97.995, 97.992, 97.995);
        Assert.Equal("1: 1 @ 98.99; 2: 1 @ 97.992", _desk.Fills);
    }
}
