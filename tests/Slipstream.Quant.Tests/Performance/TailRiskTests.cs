using FsCheck;
using FsCheck.Fluent;
using Slipstream.Quant.Performance;

namespace Slipstream.Quant.Tests.Performance;

public sealed class TailRiskTests
{
    [Fact]
    public void The_shortfall_is_never_below_the_value_at_risk() =>
        Prop.ForAll<short[]>(shorts =>
        {
            double[] returns = [.. shorts.Select(s => s / 4096.0)];
            return TailRisk.ExpectedShortfall(returns, 0.9) >= TailRisk.ValueAtRisk(returns, 0.9) - 1e-12;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void No_returns_no_loss()
    {
        Assert.Equal(0, TailRisk.ValueAtRisk([], 0.95));
        Assert.Equal(0, TailRisk.ExpectedShortfall([], 0.95));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(95)]
    [InlineData(double.NaN)]
    public void Confidence_lies_between_0_and_1(double confidence)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => TailRisk.ValueAtRisk([0.1], confidence));
        Assert.Throws<ArgumentOutOfRangeException>(() => TailRisk.ExpectedShortfall([0.1], confidence));
    }
}
