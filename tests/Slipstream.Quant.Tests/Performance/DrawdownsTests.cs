using FsCheck;
using FsCheck.Fluent;
using Slipstream.Quant.Performance;

namespace Slipstream.Quant.Tests.Performance;

public sealed class DrawdownsTests
{
    [Fact]
    public void The_deepest_fall_is_found_with_peak_trough_and_recovery()
    {
        double[] equity = [100, 110, 110, 99, 88, 88, 100, 110, 120, 118];
        Assert.Equal(new Drawdown(0.2, 2, 4, 7), Drawdowns.Maximum(equity));
    }

    [Fact]
    public void A_fall_that_has_not_recovered_says_so() =>
        Assert.Equal(new Drawdown(0.5, 0, 2, null), Drawdowns.Maximum([100, 80, 50, 99]));

    [Fact]
    public void A_curve_that_never_falls_has_none()
    {
        Assert.Equal(new Drawdown(0, 0, 0, 0), Drawdowns.Maximum([1, 1, 2, 3]));
        Assert.Equal(new Drawdown(0, 0, 0, 0), Drawdowns.Maximum([]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(double.NaN)]
    public void A_curve_must_start_above_zero(double start) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Drawdowns.Maximum([start, 1]));

    [Fact]
    public void Spans_must_match() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Drawdowns.Series([1, 2], new double[1]));

    [Fact]
    public void The_maximum_equals_a_search_of_all_pairs() =>
        Prop.ForAll<byte[]>(bytes =>
        {
            double[] equity = [.. bytes.Select(b => 1.0 + b)];
            double deepest = 0;
            for (int i = 0; i < equity.Length; i++)
            {
                for (int j = i; j < equity.Length; j++)
                {
                    deepest = Math.Max(deepest, (equity[i] - equity[j]) / equity[i]);
                }
            }

            return Drawdowns.Maximum(equity).Fraction == deepest;
        }).QuickCheckThrowOnFailure();
}
