using Slipstream.Quant.Indicators;

namespace Slipstream.Quant.Tests.Indicators;

public sealed class ExponentialMovingAverageTests
{
    [Fact]
    public void The_documented_arithmetic_is_kept_bit_for_bit()
    {
        var random = new Random(3);
        var average = new ExponentialMovingAverage(7);
        double alpha = 2.0 / 8;
        double expected = 0;
        for (int t = 0; t < 1000; t++)
        {
            double x = 100 * random.NextDouble();
            average.Update(x);
            expected = t < 7 ? expected + x : expected + alpha * (x - expected);
            expected = t == 6 ? expected / 7 : expected;
            Assert.Equal(t < 6 ? double.NaN : expected, average.Value);
        }
    }
}
