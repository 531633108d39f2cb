using Slipstream.Quant.Performance;

namespace Slipstream.Quant.Tests.Performance;

public sealed class PerformanceRatiosTests
{
    public static TheoryData<double[]> Degenerate => [[], [0.01], [0.01, 0.01, 0.01], [0, 0]];

    [Theory]
    [MemberData(nameof(Degenerate))]
    public void Ratios_of_too_few_or_constant_returns_are_zero(double[] returns)
    {
        Assert.Equal(0, PerformanceRatios.Sharpe(returns, 365));
        Assert.Equal(0, PerformanceRatios.Sortino(returns, 365));
        Assert.Equal(0, PerformanceRatios.Calmar(returns, 365));
        Assert.Equal(0, ReturnStatistics.Skewness(returns));
        Assert.Equal(0, ReturnStatistics.ExcessKurtosis(returns));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_year_needs_a_positive_finite_number_of_periods(double periodsPerYear)
    {
        double[] returns = [0.01, 0.02];
        Assert.Throws<ArgumentOutOfRangeException>(() => PerformanceRatios.Sharpe(returns, periodsPerYear));
        Assert.Throws<ArgumentOutOfRangeException>(() => PerformanceRatios.Sortino(returns, periodsPerYear));
        Assert.Throws<ArgumentOutOfRangeException>(() => PerformanceRatios.Calmar(returns, periodsPerYear));
        Assert.Throws<ArgumentOutOfRangeException>(() => ReturnStatistics.VolAnnual(returns, periodsPerYear));
        Assert.Throws<ArgumentOutOfRangeException>(() => EquityCurve.Cagr(returns, periodsPerYear));
    }

    [Fact]
    public void Sharpe_by_hand()
    {
        // Mean 0.01, sample deviation 0.01.
        Assert.Equal(2, PerformanceRatios.Sharpe([0.0, 0.01, 0.02], 4), 12);
    }

    [Fact]
    public void Growth_to_ruin_is_minus_one() => Assert.Equal(-1, EquityCurve.Cagr([0.5, -1.2, -3], 365));

    [Fact]
    public void Calmar_counts_a_fall_from_the_stake() =>
        Assert.Equal((0.9 * 1.3 - 1) / 0.1, PerformanceRatios.Calmar([-0.1, 0.3], 2), 12);
}
