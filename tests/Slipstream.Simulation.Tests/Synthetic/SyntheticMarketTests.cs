namespace Slipstream.Simulation.Tests.Synthetic;

public sealed class SyntheticMarketTests
{
    private static readonly Instant s_from = Instant.FromUtc(2020, 1, 1);

    [Fact]
    public void Bars_are_whole_and_follow_each_other()
    {
        using var market = new RegimeMarket(1, ["AAA/USD", "BBB/USD"], s_from, s_from + Duration.FromDays(100));
        var bars = All(market);
        Assert.Equal(2 * 2400, bars.Length);
        Assert.All(bars, e =>
        {
            var bar = e.AsBar();
            Assert.True(bar.Low <= Price.Min(bar.Open, bar.Close) && Price.Max(bar.Open, bar.Close) <= bar.High);
            Assert.True(bar.Low.Raw > 0 && bar.Volume > 0);
            Assert.True(market.Universe[e.Instrument].IsOnTick(bar.Close));
        });
        var first = bars.Where(e => e.Instrument.Index == 0).Select(e => e.AsBar()).ToArray();
        Assert.All(first.Zip(first.Skip(1)), pair => Assert.Equal((pair.First.Close, pair.First.Time), (pair.Second.Open, pair.Second.OpenTime)));
    }

    [Fact]
    public void Regimes_are_as_planted()
    {
        var options = new RegimeMarketOptions { StepSeconds = 86_400 };
        using var market = new RegimeMarket(5, ["AAA/USD"], s_from, s_from + Duration.FromDays(20_000), options);
        var bars = All(market).Select(e => e.AsBar()).ToArray();
        var returns = new Dictionary<Regime, List<double>>();
        var drift = new List<double>();
        var span = 0;
        for (var i = 1; i < bars.Length; i++)
        {
            while (span + 1 < market.Regimes.Count && market.Regimes[span + 1].From <= bars[i].OpenTime)
            {
                span++;
            }

            var move = Math.Log(bars[i].Close.ToDouble() / bars[i].Open.ToDouble());
            if (bars[i].Open.ToDouble() < 1)
            {
                continue;
            }

            (returns.TryGetValue(market.Regimes[span].Regime, out var list) ? list : returns[market.Regimes[span].Regime] = []).Add(move);
            if (market.Regimes[span].Regime == Regime.Trend)
            {
                drift.Add(move * Math.Sign(market.Regimes[span].DriftDaily));
            }
        }

        Assert.InRange(drift.Average(), 0.005, 0.007);
        Assert.InRange(Deviation(returns[Regime.Trend]), 0.018, 0.022);
        Assert.InRange(Deviation(returns[Regime.HighVol]), 0.054, 0.066);
        Assert.InRange(market.Regimes.Count, 400, 600);
    }

    [Fact]
    public void A_seed_makes_the_market()
    {
        Assert.Equal(Closes(3), Closes(3));
        Assert.NotEqual(Closes(3), Closes(4));

        static Price[] Closes(ulong seed)
        {
            using var market = new RegimeMarket(seed, ["AAA/USD"], s_from, s_from + Duration.FromDays(10));
            return [.. All(market).Select(e => e.Last)];
        }
    }

    [Fact]
    public void A_synthetic_book_is_never_crossed_and_trades_at_its_best_prices()
    {
        using var market = new SyntheticBook(1, "AAA/USD", s_from, s_from + Duration.FromSeconds(3600));
        var (bids, asks) = (new BookSide(Side.Buy), new BookSide(Side.Sell));
        var (trades, changes) = (0, 0);
        foreach (var e in All(market))
        {
            if (e.Kind == MarketEventKind.Trade)
            {
                var trade = e.AsTrade();
                trades++;
                var hit = trade.Aggressor == Side.Buy ? asks : bids;
                Assert.Equal(hit.BestPrice, trade.Price.Raw);
                Assert.True(trade.Size <= hit.AvailableAt(0));
                continue;
            }

            var change = e.AsBookChange();
            changes++;
            (change.Side == Side.Buy ? bids : asks).Set(change.Price.Raw, change.Size);
            if ((change.Flags & MarketEventFlags.EndOfMessage) != 0)
            {
                Assert.Equal(2_000_000, asks.BestPrice - bids.BestPrice);
                Assert.Equal((8, 8), (bids.Count, asks.Count));
            }
        }

        Assert.InRange(trades, 6500, 8000);
        Assert.True(changes > trades);
    }

    [Fact]
    public void A_maker_gets_fills_in_a_synthetic_book()
    {
        using var market = new SyntheticBook(1, "AAA/USD", s_from, s_from + Duration.FromSeconds(600));
        var venue = new SimulatedVenue(market.Universe, Desk.Free with { Fill = new QueueFill() }, new SeededRandom(1));
        var fills = 0;
        var sent = 0L;
        foreach (var e in All(market))
        {
            venue.AdvanceTo(e.Time);
            venue.OnMarket(e);
            if (e.Kind == MarketEventKind.Trade && sent < 200)
            {
                var terms = OrderRequest.Limit(new(0), e.AsTrade().Aggressor!.Value.Opposite(), Quantity.Parse("0.1"), e.Last) with { PostOnly = true };
                venue.Place(
                    new() { Id = new(++sent), Time = e.Time, Venue = Domain.Venue.Simulated, Terms = terms, Status = OrdStatus.PendingNew, Intent = new(sent), Correlation = new(sent) },
                    e.Time);
            }

            while (venue.TryDequeue(out var report))
            {
                fills += report.Type == ExecType.Trade ? 1 : 0;
            }
        }

        Assert.InRange(fills, 50, 250);
    }

    private static MarketEvent[] All(IMarketEventReader market)
    {
        var events = new List<MarketEvent>();
        var block = new MarketEvent[777];
        for (int read; (read = market.Read(block)) > 0;)
        {
            events.AddRange(block.AsSpan(0, read));
        }

        return [.. events];
    }

    private static double Deviation(List<double> values)
    {
        var mean = values.Average();
        return Math.Sqrt(values.Average(v => (v - mean) * (v - mean)));
    }
}
