namespace Slipstream.Simulation.Tests.Properties;

public sealed class AllocationTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_market_event_allocates_nothing_while_orders_rest(bool isBook)
    {
        var model = Desk.Free with { Fill = isBook ? new QueueFill() : new BarFill(), Impact = new SquareRootImpact() };
        var desk = new Desk(model);
        desk.Bar(100, 101, 99, 100, 10);
        desk.Limit(Side.Buy, 1, 1);
        desk.Limit(Side.Sell, 1, 1000);
        desk.Stop(Side.Sell, 1, 2);
        desk.Trail(Side.Sell, 1, 95);
        var events = EventsOf(isBook, desk.Now);
        Run(desk.Venue, events);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Run(desk.Venue, events);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static MarketEvent[] EventsOf(bool isBook, Instant start)
    {
        var events = new MarketEvent[2000];
        for (var i = 0; i < events.Length; i++)
        {
            var time = start + Duration.FromSeconds(60 * (i + 1));
            var price = 100 + (0.01 * (i % 50));
            events[i] = !isBook
                ? MarketEvent.OfBar(Desk.Id, time, 60, Desk.P(price), Desk.P(price + 1), Desk.P(price - 1), Desk.P(price), 5)
                : (i % 3) switch
                {
                    0 => MarketEvent.OfTrade(Desk.Id, time, time, Desk.P(price), 1, Side.Sell, i),
                    1 => MarketEvent.OfQuote(Desk.Id, time, time, Desk.P(price - 1), Desk.P(price + 1), 5, 5),
                    _ => MarketEvent.OfBookChange(Desk.Id, time, time, Side.Buy, Desk.P(price - 2), 5, i, MarketEventFlags.EndOfMessage),
                };
        }

        return events;
    }

    private static void Run(SimulatedVenue venue, MarketEvent[] events)
    {
        foreach (ref readonly var e in events.AsSpan())
        {
            venue.AdvanceTo(e.Time);
            venue.OnMarket(e);
            while (venue.TryDequeue(out _))
            {
            }
        }
    }
}
