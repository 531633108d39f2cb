using Slipstream.Quant.Indicators;

namespace Slipstream.Quant.Tests.Indicators;

/// <summary>A million samples whose offset is a billion times their spread.</summary>
public sealed class LongRunTests
{
    private const int Samples = 1_000_000;
    private const double Offset = 1e9;
    private const int Period = 100;

    private static readonly double[] Series = Make();

    [Fact]
    public void The_simple_average_does_not_drift()
    {
        var average = new SimpleMovingAverage(Period);
        Compare(average.Update, () => average.Value, window => Offset + Mean(window), 1e-6);
    }

    [Fact]
    public void The_weighted_average_does_not_drift()
    {
        var average = new WeightedMovingAverage(Period);
        Compare(average.Update, () => average.Value, window => Offset + WeightedMean(window), 1e-6);
    }

    [Fact]
    public void The_standard_deviation_does_not_drift()
    {
        var deviation = new RollingStandardDeviation(Period);
        Compare(deviation.Update, () => deviation.Value, window => Deviation(window, Period - 1), 1e-6);
    }

    [Fact]
    public void The_z_score_does_not_drift()
    {
        var score = new ZScore(Period);
        Compare(score.Update, () => score.Value, window => (window[^1] - Mean(window)) / Deviation(window, Period), 1e-5);
    }

    [Fact]
    public void The_volume_weighted_price_does_not_drift()
    {
        var price = new RollingVolumeWeightedAveragePrice(Period);
        Compare(x => price.Update(x, 3), () => price.Value, window => Offset + Mean(window), 1e-6);
    }

    [Fact]
    public void Cumulative_sums_keep_what_a_large_total_would_swallow()
    {
        var volume = new OnBalanceVolume();
        var price = new VolumeWeightedAveragePrice();
        volume.Update(0, 0);
        volume.Update(1, 1e16);
        price.Update(1, 1e16);
        for (int t = 0; t < 1000; t++)
        {
            volume.Update(2 + t, 1);
            price.Update(1, 1);
        }

        Assert.Equal(1e16 + 1000, volume.Value);
        Assert.Equal(1e16 + 1000, price.Volume);
    }

    // The reference sees the windows without the offset, where nothing cancels; Make's subtraction is exact.
    private static void Compare(Action<double> update, Func<double> value, Func<double[], double> reference, double tolerance)
    {
        for (int t = 0; t < Samples; t++)
        {
            update(Series[t] + Offset);
            if (t % 9973 == 9972)
            {
                Assert.Equal(reference(Series[(t - Period + 1)..(t + 1)]), value(), tolerance);
            }
        }
    }

    private static double[] Make()
    {
        var random = new Random(11);
        return [.. Enumerable.Range(0, Samples).Select(_ => Offset + (2 * random.NextDouble() - 1) - Offset)];
    }

    private static double Mean(double[] window) => window.Sum() / window.Length;

    private static double WeightedMean(double[] window) =>
        window.Select((x, i) => (i + 1) * x).Sum() / (window.Length * (window.Length + 1) / 2.0);

    private static double Deviation(double[] window, int divisor)
    {
        double mean = Mean(window);
        return Math.Sqrt(window.Sum(x => (x - mean) * (x - mean)) / divisor);
    }
}
