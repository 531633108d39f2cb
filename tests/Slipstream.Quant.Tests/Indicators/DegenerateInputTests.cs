using Slipstream.Quant.Indicators;

namespace Slipstream.Quant.Tests.Indicators;

/// <summary>The values documented for where a formula divides by zero.</summary>
public sealed class DegenerateInputTests
{
    [Fact]
    public void A_flat_price_gives_the_documented_neutral_values()
    {
        var flat = new Bar(100.1, 100.1, 100.1, 0, 0);
        Assert.Equal([50.0], After("rsi_14", flat));
        Assert.Equal([100.1, 100.1, 100.1, 0.5, 0], After("bb_middle", flat).Select(x => Math.Round(x, 12)));
        Assert.Equal([0.0, 0, 0], After("adx_14", flat));
        Assert.Equal([0.0], After("zscore_20", flat));
        Assert.Equal([100.1], After("vwap", flat));
        Assert.Equal([100.1], After("vwap_5", flat));
        Assert.Equal([0.0], After("obv", flat));
        Assert.Equal([50.0, 50.0], After("stoch_k", flat));
        Assert.Equal([0.0], After("er_10", flat));
        Assert.Equal([0.5], After("hurst_100", flat));
    }

    [Fact]
    public void A_price_of_zero_has_no_rate_of_change() => Assert.Equal([0.0], After("roc_10", default));

    [Fact]
    public void A_straight_line_is_fully_efficient_and_has_a_Hurst_exponent_of_one()
    {
        var efficiency = new EfficiencyRatio(10);
        var hurst = new HurstExponent(100);
        for (int t = 0; t < 300; t++)
        {
            efficiency.Update(0.1 * t);
            hurst.Update(0.1 * t);
        }

        Assert.Equal(1, efficiency.Value, 12);
        Assert.Equal(1, hurst.Value, 9);
    }

    [Fact]
    public void A_moving_regression_stays_finite_when_its_explaining_value_hardly_moves()
    {
        var regression = new KalmanRegression(0, 1e-6, 1e6);
        var random = new Random(5);
        for (int t = 0; t < 100_000; t++)
        {
            double x = 1e5 + random.NextDouble();
            regression.Update(2 * x + 1e-3 * random.NextDouble(), x);
        }

        Assert.True(regression.SurpriseDeviation >= 1e-3);
        Assert.Equal(2, regression.Slope, 1e-2);
    }

    private static double[] After(string name, Bar bar)
    {
        Subject subject = Subjects.Named(name);
        return subject.Read(subject.After(Enumerable.Repeat(bar, 150)));
    }
}
