namespace Slipstream.Simulation.Tests.Venue;

public sealed class OrderLifeTests
{
    private static readonly Instrument s_share = Desk.Coin with
    {
        AssetClass = AssetClass.Equity,
        Session = SessionHours.UsEquity,
        MinNotional = Desk.P(10),
    };

    private readonly Desk _desk = new(new BarFill(), s_share);

    public OrderLifeTests() => _desk.Bar(100, 101, 99, 100);

    [Fact]
    public void A_cancelled_order_ends_and_fills_no_more()
    {
        var order = _desk.Limit(Side.Buy, 1, 98);
        _desk.Cancel(order);
        _desk.Bar(90, 91, 89, 90);
        Assert.Equal([ExecType.New, ExecType.Canceled], _desk.Of(order));
    }

    [Fact]
    public void A_cancel_of_an_unknown_or_ended_order_is_refused()
    {
        var order = _desk.Market(Side.Buy, 1);
        _desk.Bar(100, 101, 99, 100);
        _desk.Cancel(order);
        _desk.Cancel(new(77));
        Assert.Equal([ExecType.New, ExecType.Trade, ExecType.CancelRejected], _desk.Of(order));
        Assert.Equal([ExecType.CancelRejected], _desk.Of(new(77)));
        Assert.Equal(FaultCode.OrderRejected, _desk.Reports[^1].Reason!.Code);
    }

    [Fact]
    public void A_second_sending_is_accepted_again_and_makes_no_second_order()
    {
        var order = _desk.Market(Side.Buy, 1);
        _desk.Send(order, OrderRequest.Market(Desk.Id, Side.Buy, Desk.Q(1)));
        _desk.Bar(100, 101, 99, 100);
        _desk.Send(order, OrderRequest.Market(Desk.Id, Side.Buy, Desk.Q(1)));
        _desk.Bar(100, 101, 99, 100);
        Assert.Equal([ExecType.New, ExecType.New, ExecType.Trade, ExecType.New], _desk.Of(order));
    }

    [Fact]
    public void A_second_sending_of_a_refused_order_is_refused_alike()
    {
        var order = _desk.Market(Side.Buy, 0.05);
        _desk.Send(order, OrderRequest.Market(Desk.Id, Side.Buy, Desk.Q(1)));
        Assert.Equal([ExecType.Rejected, ExecType.Rejected], _desk.Of(order));
        Assert.Equal(_desk.Reports[0].Reason, _desk.Reports[1].Reason);
    }

    [Theory]
    [InlineData(0.05, 98, "lotSize")]
    [InlineData(0, 98, "lotSize")]
    [InlineData(1, 98.005, "tickSize")]
    [InlineData(0.1, 98, "minNotional")]
    public void An_order_off_the_grid_or_too_small_is_refused(double quantity, double limit, string rule)
    {
        var order = _desk.Limit(Side.Buy, quantity, limit);
        Assert.Equal([ExecType.Rejected], _desk.Of(order));
        Assert.Equal((FaultCode.InvalidOrder, rule), (_desk.Reports[0].Reason!.Code, _desk.Reports[0].Reason!.Rule));
    }

    [Fact]
    public void A_small_order_that_only_reduces_is_allowed()
    {
        _desk.Market(Side.Buy, 0.1);
        _desk.Bar(100, 101, 99, 100);
        var order = _desk.Place(OrderRequest.Limit(Desk.Id, Side.Sell, Desk.Q(0.1), Desk.P(98)) with { ReduceOnly = true });
        Assert.Equal([ExecType.New], _desk.Of(order));
    }

    [Fact]
    public void An_order_without_its_price_is_refused()
    {
        _desk.Place(OrderRequest.Market(Desk.Id, Side.Buy, Desk.Q(1)) with { Type = OrderType.StopLimit, LimitPrice = Desk.P(100) });
        _desk.Place(OrderRequest.Market(Desk.Id, Side.Buy, Desk.Q(1)) with { Type = OrderType.TrailingStop });
        Assert.Equal(["stopPrice", "trailingOffset"], _desk.Reports.Select(r => r.Reason!.Rule));
    }

    [Fact]
    public void A_post_only_order_that_would_trade_at_once_is_refused_with_both_prices()
    {
        _desk.Place(OrderRequest.Limit(Desk.Id, Side.Buy, Desk.Q(1), Desk.P(100)) with { PostOnly = true });
        _desk.Place(OrderRequest.Limit(Desk.Id, Side.Buy, Desk.Q(1), Desk.P(99.99)) with { PostOnly = true });
        Assert.Equal([ExecType.Rejected, ExecType.New], _desk.Reports.Select(r => r.Type));
        Assert.Equal(
            new(FaultCode.OrderRejected, "postOnly", "limit 100 trades at once", "a limit that rests against 100"),
            _desk.Reports[0].Reason);
    }

    [Fact]
    public void A_day_order_expires_at_the_session_s_end()
    {
        var order = _desk.Limit(Side.Buy, 1, 98, TimeInForce.Day);
        var close = Instant.FromUtc(2024, 1, 2, 21);
        _desk.Show(MarketEvent.OfBar(Desk.Id, close - Duration.FromSeconds(60), 60, Desk.P(100), Desk.P(101), Desk.P(99), Desk.P(100), 0));
        Assert.Equal([ExecType.New], _desk.Of(order));
        _desk.Show(MarketEvent.OfBar(Desk.Id, close, 60, Desk.P(100), Desk.P(101), Desk.P(99), Desk.P(100), 0));
        Assert.Equal([ExecType.New, ExecType.Expired], _desk.Of(order));
        Assert.Null(_desk.Venue.NextDue);
    }

    [Fact]
    public void A_day_order_lives_through_the_bar_that_ends_at_the_close()
    {
        _desk.Limit(Side.Buy, 1, 98, TimeInForce.Day);
        _desk.Show(MarketEvent.OfBar(Desk.Id, Instant.FromUtc(2024, 1, 2, 21), 60, Desk.P(100), Desk.P(101), Desk.P(97), Desk.P(100), 0));
        Assert.Equal("1: 1 @ 98", _desk.Fills);
    }

    [Fact]
    public void Without_a_bar_a_day_order_expires_a_bar_s_length_after_the_close()
    {
        var order = _desk.Limit(Side.Buy, 1, 98, TimeInForce.Day);
        var due = Instant.FromUtc(2024, 1, 2, 21, 1);
        Assert.Equal(due, _desk.Venue.NextDue);
        _desk.Venue.AdvanceTo(due);
        Assert.True(_desk.Venue.TryDequeue(out var report));
        Assert.Equal((order, ExecType.Expired, due), (report.Order, report.Type, report.Time));
    }

    [Fact]
    public void A_replace_changes_quantity_and_limit()
    {
        var order = _desk.Limit(Side.Buy, 1, 98);
        _desk.Replace(order, 2, 97);
        var replaced = _desk.Reports[^1];
        Assert.Equal((ExecType.Replaced, Desk.Q(2), Desk.P(97)), (replaced.Type, replaced.LastQty, replaced.LastPx));
        _desk.Bar(100, 101, 97.5, 100);
        _desk.Bar(100, 101, 96.5, 100);
        Assert.Equal("1: 2 @ 97", _desk.Fills);
    }

    [Fact]
    public void A_replace_below_what_is_filled_or_onto_the_other_side_s_price_is_refused_and_the_order_stands()
    {
        var partial = _desk.Market(Side.Buy, 3);
        _desk.Bar(100, 101, 99, 100, volume: 8);
        _desk.Replace(partial, 2);
        var maker = _desk.Place(OrderRequest.Limit(Desk.Id, Side.Buy, Desk.Q(1), Desk.P(98)) with { PostOnly = true });
        _desk.Replace(maker, 1, 100);
        Assert.Equal([ExecType.New, ExecType.Trade, ExecType.CancelRejected], _desk.Of(partial));
        Assert.Equal([ExecType.New, ExecType.CancelRejected], _desk.Of(maker));
        _desk.Bar(100, 101, 97, 100, volume: 80);
        Assert.Equal("1: 2 @ 100; 1: 1 @ 100; 2: 1 @ 98", _desk.Fills);
    }

    [Fact]
    public void A_replace_keeps_time_priority_only_if_just_the_quantity_shrinks()
    {
        var first = _desk.Limit(Side.Buy, 2, 98);
        var second = _desk.Limit(Side.Buy, 1, 98);
        _desk.Replace(first, 1);
        _desk.Bar(100, 101, 97, 100, volume: 2);
        Assert.Equal("1: 0.5 @ 98", _desk.Fills);
        _desk.Replace(first, 3);
        _desk.Bar(100, 101, 97, 100, volume: 2);
        Assert.Equal("1: 0.5 @ 98; 2: 0.5 @ 98", _desk.Fills);
        Assert.Equal(ExecType.Trade, _desk.Of(second).Last());
    }

    [Fact]
    public void Fill_numbers_rise_from_one()
    {
        _desk.Market(Side.Buy, 1);
        _desk.Market(Side.Sell, 1);
        _desk.Bar(100, 101, 99, 100);
        Assert.Equal([1, 2], _desk.Trades.Select(t => t.FillId.Value));
        Assert.Equal([1, 2], _desk.Trades.Select(t => t.FillSeq!.Value));
    }
}
