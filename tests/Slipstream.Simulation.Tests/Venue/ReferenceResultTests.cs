namespace Slipstream.Simulation.Tests.Venue;

/// <summary>The result that LEAN and backtrader reach on the reference walk, with fill at the close and 1.00 an order.</summary>
public sealed class ReferenceResultTests
{
    [Theory]
    [InlineData(20, 50, 21_181, "9981861.53")]
    [InlineData(500, 2000, 637, "10003179.07")]
    public void An_ema_cross_on_s1_ends_with_the_peers_equity(int fast, int slow, int orders, string equity)
    {
        using var walk = ReferenceWalk.S1();
        var model = Desk.Free with { Fill = new CloseFill(), Fee = new FixedFee(Desk.P(1)) };
        var venue = new SimulatedVenue(walk.Universe, model, new SeededRandom(1));
        var (fastEma, slowEma) = (new Ema(fast), new Ema(slow));
        var id = new InstrumentId(0);
        var cash = Price.Parse("10000000").Raw;
        var (sent, position, last) = (0, 0, 0L);
        var block = new MarketEvent[1000];
        for (int read; (read = walk.Read(block)) > 0;)
        {
            foreach (ref readonly var e in block.AsSpan(0, read))
            {
                venue.AdvanceTo(e.Time);
                venue.OnMarket(e);
                var close = e.Last.ToDouble();
                last = e.Last.Raw;
                var (f, s) = (fastEma.Next(close), slowEma.Next(close));
                if (s is { } slowValue && (f > slowValue ? position == 0 : f < slowValue && position == 1))
                {
                    var side = position == 0 ? Side.Buy : Side.Sell;
                    venue.Place(OrderOf(++sent, OrderRequest.Market(id, side, Quantity.FromUnits(1)), e.Time), e.Time);
                    while (venue.TryDequeue(out var report))
                    {
                        if (report.Type == ExecType.Trade)
                        {
                            cash -= (side.Sign() * report.LastPx.Raw) + (long)report.Fee!.Value.Raw;
                            position += side.Sign();
                        }
                    }
                }
            }
        }

        Assert.Equal(orders, sent);
        Assert.Equal(equity, Grid.Format(cash + (position * last)));
    }

    private static Order OrderOf(long id, OrderRequest terms, Instant time) => new()
    {
        Id = new(id),
        Time = time,
        Venue = Domain.Venue.Simulated,
        Terms = terms,
        Status = OrdStatus.PendingNew,
        Intent = new(id),
        Correlation = new(id),
    };

    private sealed class Ema(int length)
    {
        private int _seen;
        private double _value;

        public double? Next(double close)
        {
            _seen++;
            if (_seen <= length)
            {
                _value += close;
                if (_seen < length)
                {
                    return null;
                }

                _value /= length;
                return _value;
            }

            _value += 2.0 / (length + 1) * (close - _value);
            return _value;
        }
    }
}
