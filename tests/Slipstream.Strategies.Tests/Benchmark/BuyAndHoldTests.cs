using Slipstream.Domain;
using Slipstream.Strategies.Benchmark;

namespace Slipstream.Strategies.Tests.Benchmark;

public class BuyAndHoldTests
{
    [Fact]
    public void Each_instrument_is_bought_once_with_an_equal_part_when_it_is_first_seen()
    {
        var strategy = new BuyAndHold { Fraction = 0.8 };
        var context = new RecordingContext(RecordingContext.Instruments(2), 100_000);
        strategy.OnStart(context);
        foreach (var bar in TestBars.Daily(new(0), 100, 100, 100))
        {
            context.TickAndFill(strategy, bar);
        }

        foreach (var bar in TestBars.Daily(new(1), 20, 25))
        {
            context.TickAndFill(strategy, bar);
        }

        Assert.Equal(["400", "2000"], context.Placed.Select(o => o.Quantity.ToString()));
        Assert.All(context.Placed, o => Assert.Equal((Side.Buy, OrderType.Market), (o.Side, o.Type)));
    }

    [Fact]
    public void A_quote_or_a_trade_is_enough_and_funding_is_not()
    {
        var at = Instant.FromUtc(2024, 1, 1);
        var strategy = new BuyAndHold();
        var context = new RecordingContext(RecordingContext.Instruments(2), 100_000);
        strategy.OnStart(context);
        context.Tick(strategy, MarketEvent.OfFunding(new(0), at, Rate.Zero, Price.Parse("100")));
        Assert.Empty(context.Placed);
        context.Tick(strategy, MarketEvent.OfTrade(new(0), at, at, Price.Parse("100"), 1, null, 1));
        context.Tick(strategy, MarketEvent.OfQuote(new(1), at, at, Price.Parse("99"), Price.Parse("101"), 1, 1));
        Assert.Equal(["495", "495"], context.Placed.Select(o => o.Quantity.ToString()));
    }

    [Fact]
    public void A_share_below_one_lot_buys_nothing_and_says_so()
    {
        var strategy = new BuyAndHold();
        var context = new RecordingContext(RecordingContext.OneInstrument(lot: "1"), 50);
        strategy.OnStart(context);
        context.Tick(strategy, TestBars.Daily(new(0), 100)[0]);
        Assert.Empty(context.Placed);
        Assert.Single(context.Decisions);
    }
}
