using Slipstream.Domain;
using Slipstream.Strategies.Trend;

namespace Slipstream.Strategies.Tests.Trend;

public class TimeSeriesMomentumTests
{
    private static readonly InstrumentId First = new(0);

    [Theory]
    [InlineData(86_400, 0.60)]
    [InlineData(86_400, 0.15)]
    [InlineData(3_600, 0.60)]
    public void A_steady_trend_rule_hits_the_volatility_target_at_any_bar_length(uint stepSeconds, double volAnnual)
    {
        // With the sign rule the forecast always has its average size, so the account's volatility should be the target.
        var perYear = 365.25 * 86_400 / stepSeconds;
        var walk = Walk(stepSeconds == 86_400 ? 6_000 : 30_000, volAnnual / Math.Sqrt(perYear), seed: 5);
        var strategy = new TimeSeriesMomentum { Rule = TrendRule.Sign, LookbackDays = 100, VolTarget = 0.2, MaxLeverage = 10 };
        var equity = Equity(strategy, TestBars.Every(stepSeconds, First, walk));

        var returns = equity.Zip(equity.Skip(1), (a, b) => Math.Log(b / a)).SkipWhile(r => r == 0).ToArray();
        var realised = Math.Sqrt(returns.Average(r => r * r) * perYear);
        Assert.InRange(realised, 0.18, 0.22);
    }

    [Fact]
    public void Ewmac_forecasts_of_a_random_walk_have_an_average_size_near_ten()
    {
        // Position value over equity is target / volatility times forecast / 10.
        var strategy = new TimeSeriesMomentum { VolTarget = 0.2, Buffer = 0, MaxLeverage = 100 };
        var context = new RecordingContext(RecordingContext.OneInstrument());
        strategy.OnStart(context);
        var forecasts = new List<double>();
        const double VolDaily = 0.01;
        var average = 0.2 / (VolDaily * Math.Sqrt(365.25));
        foreach (var bar in TestBars.Daily(First, Walk(20_000, VolDaily, seed: 9)))
        {
            context.TickAndFill(strategy, bar);
            forecasts.Add(Math.Abs(context.Position(First).ToDouble()) * bar.Last.ToDouble() / context.Equity / average * 10);
        }

        Assert.InRange(forecasts.Skip(500).Average(), 7, 13);
    }

    [Fact]
    public void It_is_long_in_an_uptrend_and_short_in_a_downtrend_if_allowed()
    {
        Assert.True(PositionAfter(new TimeSeriesMomentum(), drift: 0.01).IsLong);
        Assert.True(PositionAfter(new TimeSeriesMomentum(), drift: -0.01).IsShort);
        Assert.True(PositionAfter(new TimeSeriesMomentum { AllowShort = false }, drift: -0.01).IsFlat);
        Assert.True(PositionAfter(new TimeSeriesMomentum { Rule = TrendRule.Sign }, drift: 0.01).IsLong);
        Assert.True(PositionAfter(new TimeSeriesMomentum { Rule = TrendRule.Sign }, drift: -0.01).IsShort);
    }

    [Fact]
    public void A_position_never_passes_the_largest_leverage()
    {
        var strategy = new TimeSeriesMomentum { MaxLeverage = 0.5, VolTarget = 1 };
        var context = new RecordingContext(RecordingContext.OneInstrument(), 100_000);
        strategy.OnStart(context);
        foreach (var bar in TestBars.Daily(First, Walk(3_000, 0.01, seed: 3)))
        {
            context.TickAndFill(strategy, bar);
            var value = Math.Abs(context.Position(First).ToDouble()) * bar.Last.ToDouble();
            Assert.True(value <= 0.501 * context.Equity, $"{value} of {context.Equity}");
        }
    }

    [Fact]
    public void Buffering_trades_less()
    {
        var walk = TestBars.Daily(First, Walk(3_000, 0.02, seed: 4));
        Assert.True(Orders(0.1) * 1.5 < Orders(0));

        int Orders(double buffer)
        {
            var context = new RecordingContext(RecordingContext.OneInstrument());
            var strategy = new TimeSeriesMomentum { Buffer = buffer, MaxLeverage = 10 };
            strategy.OnStart(context);
            foreach (var bar in walk)
            {
                context.TickAndFill(strategy, bar);
            }

            return context.Placed.Count;
        }
    }

    [Fact]
    public void Speeds_that_are_no_numbers_are_refused() =>
        Assert.Contains("16,32,64", Assert.Throws<InvalidOperationException>(() => new TimeSeriesMomentum { Speeds = "16;32" }.Metadata).Message);

    private static Position PositionAfter(TimeSeriesMomentum strategy, double drift)
    {
        var context = new RecordingContext(RecordingContext.OneInstrument());
        strategy.OnStart(context);
        foreach (var bar in TestBars.Daily(First, Walk(500, 0.01, seed: 2, drift)))
        {
            context.TickAndFill(strategy, bar);
        }

        return context.Position(First);
    }

    private static List<double> Equity(TimeSeriesMomentum strategy, MarketEvent[] bars)
    {
        var context = new RecordingContext(RecordingContext.OneInstrument());
        strategy.OnStart(context);
        var equity = new List<double>(bars.Length);
        foreach (var bar in bars)
        {
            context.TickAndFill(strategy, bar);
            equity.Add(context.Equity);
        }

        return equity;
    }

    private static double[] Walk(int count, double volPerBar, ulong seed, double drift = 0)
    {
        var random = new SeededRandom(seed);
        var walk = new double[count];
        var log = Math.Log(10_000);
        for (var i = 0; i < count; i++)
        {
            // Drawn back gently, lest the price wander off the grid over many bars.
            log += drift + (volPerBar * random.NextNormal()) - (drift == 0 ? 0.0005 * (log - Math.Log(10_000)) : 0);
            walk[i] = Math.Exp(log);
        }

        return walk;
    }
}
