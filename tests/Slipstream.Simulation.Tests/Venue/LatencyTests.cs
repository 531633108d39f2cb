namespace Slipstream.Simulation.Tests.Venue;

public sealed class LatencyTests
{
    [Fact]
    public void An_order_arrives_and_its_report_returns_after_their_times()
    {
        var desk = new Desk(Desk.Free with { Fill = new QuoteFill(), Latency = new FixedLatency(500, 250) });
        desk.Quote(99, 5, 101, 5);
        var placed = desk.Now;
        desk.Market(Side.Buy, 1);
        Assert.Empty(desk.Reports);
        Assert.Equal(placed + Duration.FromMillis(500), desk.Venue.NextDue);
        desk.Wait(Duration.FromMillis(500));
        Assert.Empty(desk.Reports);
        Assert.Equal(placed + Duration.FromMillis(750), desk.Venue.NextDue);
        desk.Wait(Duration.FromMillis(250));
        Assert.Equal([ExecType.New, ExecType.Trade], desk.Reports.Select(r => r.Type));
        Assert.All(desk.Reports, r => Assert.Equal(placed + Duration.FromMillis(500), r.Time));
        Assert.Null(desk.Venue.NextDue);
    }

    [Fact]
    public void The_market_may_move_while_the_order_travels_and_the_delay_is_told()
    {
        var desk = new Desk(Desk.Free with { Fill = new QuoteFill(), Latency = new FixedLatency(1500, 0) });
        desk.Quote(99, 5, 101, 5);
        desk.Place(OrderRequest.Market(Desk.Id, Side.Buy, Desk.Q(2)), decision: 100);
        desk.Quote(102, 5, 104, 5);
        desk.Quote(105, 5, 107, 5);
        Assert.Equal("1: 2 @ 104", desk.Fills);

        // Arrival price 103 against a decision at 100, two units; and half of the spread of 2.
        Assert.Equal(new ExecutionCosts(2, 0, 0, 6), desk.Trades.Single().Costs);
    }

    [Fact]
    public void A_cancel_never_overtakes_its_order()
    {
        var desk = new Desk(Desk.Free with { Latency = new LognormalLatency(50, 2) }, seed: 3);
        desk.Bar(100, 101, 99, 100);
        for (var i = 0; i < 50; i++)
        {
            var order = desk.Limit(Side.Buy, 1, 98);
            desk.Cancel(order);
        }

        desk.Wait(Duration.FromDays(1));
        Assert.Equal(100, desk.Reports.Count);
        Assert.All(Enumerable.Range(1, 50), i => Assert.Equal([ExecType.New, ExecType.Canceled], desk.Of(new(i))));
        Assert.Equal(desk.Reports.Select(r => r.Time).Order(), desk.Reports.Select(r => r.Time));
    }

    [Fact]
    public void A_cancel_that_comes_too_late_is_refused()
    {
        var desk = new Desk(Desk.Free with { Latency = new FixedLatency(90_000, 0) });
        desk.Bar(100, 101, 99, 100);
        var order = desk.Market(Side.Buy, 1);
        desk.Bar(100, 101, 99, 100);
        desk.Bar(100, 101, 99, 100);
        desk.Cancel(order);
        desk.Bar(100, 101, 99, 100);
        desk.Bar(100, 101, 99, 100);
        desk.Bar(100, 101, 99, 100);
        Assert.Equal([ExecType.New, ExecType.Trade, ExecType.CancelRejected], desk.Of(order));
    }

    [Fact]
    public void The_log_normal_median_is_the_median()
    {
        var model = new LognormalLatency(50, 0.5);
        var random = new SeededRandom(1);
        var draws = Enumerable.Range(0, 10_001).Select(_ => model.DrawOrder(random).Nanos / 1e6).Order().ToArray();
        Assert.InRange(draws[5000], 49, 51);

        // One standard deviation above: 50 * e^0.5.
        Assert.InRange(draws[8413], 80, 85);
    }
}
