using Slipstream.Domain;
using Slipstream.Strategies.MeanReversion;

namespace Slipstream.Strategies.Tests.MeanReversion;

public class BollingerReversionTests
{
    private static readonly InstrumentId First = new(0);

    [Fact]
    public void It_buys_below_the_lower_band_and_leaves_at_the_middle()
    {
        var context = Run(new BollingerReversion { Period = 5, Width = 1.5, Quantity = 3 }, 100, 101, 99, 100, 101, 90, 93, 100);
        Assert.Equal([Side.Buy, Side.Sell], context.Placed.Select(o => o.Side));
        Assert.Equal(["close below the lower band", "back at the middle"], context.Placed.Select(o => o.Rationale));
        Assert.True(context.Position(First).IsFlat);
    }

    [Fact]
    public void It_sells_above_the_upper_band_only_when_shorts_are_allowed()
    {
        double[] closes = [100, 101, 99, 100, 101, 110];
        Assert.Empty(Run(new BollingerReversion { Period = 5, Width = 1.5, Quantity = 3 }, closes).Placed);
        var order = Assert.Single(Run(new BollingerReversion { Period = 5, Width = 1.5, Quantity = 3, AllowShort = true }, closes).Placed);
        Assert.Equal(Side.Sell, order.Side);
    }

    [Fact]
    public void It_never_shorts_spot_coins_but_still_leaves_them()
    {
        var strategy = new BollingerReversion { Period = 5, Width = 1.5, Quantity = 3, AllowShort = true };
        var context = new RecordingContext(RecordingContext.OneInstrument(kind: AssetClass.Crypto));
        strategy.OnStart(context);
        foreach (var bar in TestBars.Daily(First, 100, 101, 99, 100, 101, 110, 100, 101, 99, 100, 101, 90, 93, 100))
        {
            context.TickAndFill(strategy, bar);
            Assert.False(context.Position(First).Raw < 0);
        }

        Assert.Equal([Side.Buy, Side.Sell], context.Placed.Select(o => o.Side));
    }

    [Fact]
    public void After_a_stop_it_waits_for_a_close_inside_the_bands()
    {
        // Bought at 90 (deviation 4.0); stopped at 84; 77 is below the band still, 78 inside it, 60 below it again.
        var context = Run(new BollingerReversion { Period = 5, Width = 1.5, Quantity = 1, Stop = 1 }, 100, 101, 99, 100, 101, 90, 84, 70, 78, 76, 50);
        Assert.Equal(["close below the lower band", "stop", "close below the lower band"], context.Placed.Select(o => o.Rationale));
    }

    [Fact]
    public void A_constant_price_is_never_beyond_a_band() =>
        Assert.Empty(Run(new BollingerReversion { Period = 5, AllowShort = true }, [.. Enumerable.Repeat(100.0, 50)]).Placed);

    [Fact]
    public void A_noisy_price_around_a_mean_is_worth_money_before_costs()
    {
        var random = new SeededRandom(7);
        var context = Run(new BollingerReversion { AllowShort = true, Quantity = 1 }, [.. Enumerable.Range(0, 5_000).Select(_ => 100 + random.NextNormal())]);
        Assert.True(context.Placed.Count > 200);
        Assert.True(context.Equity > 1_000_100);
    }

    private static RecordingContext Run(BollingerReversion strategy, params double[] closes)
    {
        var context = new RecordingContext(RecordingContext.OneInstrument());
        strategy.OnStart(context);
        foreach (var bar in TestBars.Daily(First, closes))
        {
            context.TickAndFill(strategy, bar);
        }

        return context;
    }
}
