using Slipstream.Quant.Performance;

namespace Slipstream.Quant.Tests.Performance;

public sealed class BenchmarkFitTests
{
    [Fact]
    public void A_line_is_recovered()
    {
        double[] benchmark = [0.01, -0.02, 0.03, 0.005];
        double[] returns = [.. benchmark.Select(m => 0.001 + 2 * m)];
        BenchmarkFit fit = BenchmarkFit.Of(returns, benchmark);
        Assert.Equal(0.001, fit.Alpha, 14);
        Assert.Equal(2, fit.Beta, 12);
        Assert.Equal(1, fit.Correlation, 12);
        Assert.Equal(0.365, fit.AlphaAnnual(365), 11);
    }

    [Fact]
    public void A_benchmark_that_does_not_vary_explains_nothing() =>
        Assert.Equal(new BenchmarkFit(0.02, 0, 0), BenchmarkFit.Of([0.01, 0.03], [0.5, 0.5]));

    [Fact]
    public void Empty_series_fit_to_zero() => Assert.Equal(default, BenchmarkFit.Of([], []));

    [Fact]
    public void Spans_must_match() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => BenchmarkFit.Of([0.1], [0.1, 0.2]));
}
