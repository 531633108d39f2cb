using FsCheck;
using FsCheck.Fluent;
using Slipstream.Quant.Performance;

namespace Slipstream.Quant.Tests.Performance;

public sealed class RegimeClassifierTests
{
    [Fact]
    public void The_first_label_comes_with_the_last_day_of_the_warm_up()
    {
        MarketRegime[] regimes = Label(Enumerable.Range(0, 100).Select(t => t % 2 == 0 ? 0.01 : -0.01));
        Assert.All(regimes[..(RegimeClassifier.WarmUp - 1)], regime => Assert.Equal(MarketRegime.Unknown, regime));
        Assert.All(regimes[(RegimeClassifier.WarmUp - 1)..], regime => Assert.NotEqual(MarketRegime.Unknown, regime));
    }

    [Fact]
    public void A_zigzag_reverts_a_line_trends_and_a_burst_is_high_volatility()
    {
        IEnumerable<double> zigzag = Enumerable.Range(0, 100).Select(t => t % 2 == 0 ? 0.01 : -0.01);
        Assert.Equal(MarketRegime.MeanRevert, Label(zigzag)[^1]);
        Assert.Equal(MarketRegime.Trend, Label(zigzag.Concat(Enumerable.Repeat(0.002, 20)))[^1]);
        Assert.Equal(MarketRegime.HighVol, Label(zigzag.Concat([0.2, -0.2, 0.2]))[^1]);
    }

    [Fact]
    public void Later_days_do_not_change_earlier_labels() =>
        Prop.ForAll<short[], PositiveInt>((shorts, known) =>
        {
            double[] returns = [.. Enumerable.Range(0, 200).Select(t => shorts.Length == 0 ? 0 : shorts[t % shorts.Length] / 1e6)];
            int days = known.Get % returns.Length;
            return Label(returns).Take(days).SequenceEqual(Label(returns.Take(days)));
        }).QuickCheckThrowOnFailure();

    private static MarketRegime[] Label(IEnumerable<double> returns)
    {
        double[] series = [.. returns];
        var regimes = new MarketRegime[series.Length];
        RegimeClassifier.Classify(series, regimes);
        return regimes;
    }
}
