using FsCheck;
using FsCheck.Fluent;
using Slipstream.Quant.Measurement;

namespace Slipstream.Quant.Tests.Measurement;

public sealed class LatencyHistogramTests
{
    private static readonly double[] Quantiles = [0, 0.01, 0.25, 0.5, 0.9, 0.99, 0.999, 0.9999, 1];

    [Fact]
    public void Quantiles_of_a_million_durations_are_within_a_thousandth_of_the_sorted_ones()
    {
        var random = new Random(7);
        long[] durations = [.. Enumerable.Range(0, 1_000_000).Select(_ => (long)Math.Exp(6 + 3 * random.NextDouble() + 5 * random.NextDouble()))];
        AssertLikeSorting(durations);
    }

    [Fact]
    public void Quantiles_of_any_durations_are_within_a_thousandth_of_the_sorted_ones() =>
        Prop.ForAll<long[], byte>((values, shift) => AssertLikeSorting([.. values.Select(v => (v & long.MaxValue) >> (shift % 63))]))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Durations_below_2048_ns_are_exact()
    {
        for (long duration = 0; duration < 2048; duration++)
        {
            var histogram = new LatencyHistogram();
            histogram.Record(duration);
            histogram.Record(1_000_000);
            Assert.Equal(duration, histogram.ValueAtQuantile(0.5));
        }
    }

    [Fact]
    public void The_longest_duration_of_all_fits()
    {
        var histogram = new LatencyHistogram();
        histogram.Record(long.MaxValue);
        histogram.Record(long.MaxValue);
        Assert.Equal(long.MaxValue, histogram.ValueAtQuantile(1));
        Assert.Equal(long.MaxValue, histogram.Max);
        Assert.Equal((double)long.MaxValue, histogram.Mean);
    }

    [Fact]
    public void A_quantile_is_never_above_the_longest_duration()
    {
        var histogram = new LatencyHistogram();
        histogram.Record(1_000_001);
        Assert.Equal(1_000_001, histogram.ValueAtQuantile(0.5));
    }

    [Fact]
    public void An_empty_histogram_answers_zero()
    {
        var histogram = new LatencyHistogram();
        histogram.Record(5);
        histogram.Reset();
        Assert.Equal(0, histogram.Count);
        Assert.Equal(0, histogram.Max);
        Assert.Equal(0, histogram.Mean);
        Assert.Equal(0, histogram.ValueAtQuantile(0.5));
    }

    [Fact]
    public void Adding_two_histograms_equals_recording_both()
    {
        var first = new LatencyHistogram();
        var second = new LatencyHistogram();
        var both = new LatencyHistogram();
        for (int i = 1; i < 5000; i++)
        {
            (i % 3 == 0 ? first : second).Record(i * 37L);
            both.Record(i * 37L);
        }

        first.Add(second);
        Assert.Equal(both.Count, first.Count);
        Assert.Equal(both.Max, first.Max);
        Assert.Equal(both.Mean, first.Mean);
        Assert.All(Quantiles, q => Assert.Equal(both.ValueAtQuantile(q), first.ValueAtQuantile(q)));
    }

    [Fact]
    public void Recording_allocates_nothing()
    {
        var histogram = new LatencyHistogram();
        histogram.Record(1);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (long i = 0; i < 10_000; i++)
        {
            histogram.Record(i * i);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void A_negative_duration_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new LatencyHistogram().Record(-1));

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(99)]
    [InlineData(double.NaN)]
    public void A_quantile_lies_from_0_to_1(double quantile) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new LatencyHistogram().ValueAtQuantile(quantile));

    private static void AssertLikeSorting(long[] durations)
    {
        if (durations.Length == 0)
        {
            return;
        }

        var histogram = new LatencyHistogram();
        foreach (long duration in durations)
        {
            histogram.Record(duration);
        }

        long[] sorted = [.. durations.Order()];
        Assert.Equal(sorted.Length, histogram.Count);
        Assert.Equal(sorted[^1], histogram.Max);
        decimal mean = durations.Aggregate(0m, (sum, d) => sum + d) / durations.Length;
        Assert.Equal((double)mean, histogram.Mean, 1e-12 * (double)mean + 1e-12);
        foreach (double q in Quantiles)
        {
            long exact = sorted[Math.Max((int)Math.Ceiling(q * sorted.Length), 1) - 1];
            Assert.InRange(histogram.ValueAtQuantile(q) - exact, 0, exact / 1024);
        }
    }
}
