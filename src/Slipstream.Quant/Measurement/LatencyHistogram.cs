using System.Numerics;

namespace Slipstream.Quant.Measurement;

/// <summary>
/// Counts durations in nanoseconds in buckets no wider than a thousandth of their value, for quantiles without keeping samples.
/// </summary>
/// <remarks>
/// Log-linear: below 2048 ns each value has its own bucket, above that each doubling has 1024 equal ones. Covers every
/// non-negative <see cref="long"/> in 432 KiB. Recording is O(1) and allocates nothing. Not safe for use by two threads.
/// Source: the layout of Tene's HdrHistogram with three significant digits.
/// </remarks>
public sealed class LatencyHistogram
{
    private const int BucketBits = 10;
    private const int BucketsPerDoubling = 1 << BucketBits;
    private const int LongestShift = 63 - (BucketBits + 1);

    private readonly long[] _counts = new long[(LongestShift + 2) * BucketsPerDoubling];
    private Int128 _sum;
    private long _max;

    /// <summary>The number of durations recorded.</summary>
    public long Count { get; private set; }

    /// <summary>The longest duration recorded, exact, in nanoseconds; 0 when there is none.</summary>
    public long Max => _max;

    /// <summary>The arithmetic mean in nanoseconds, not rounded to buckets; 0 when nothing was recorded.</summary>
    public double Mean => Count == 0 ? 0 : (double)_sum / Count;

    /// <summary>Counts a duration.</summary>
    /// <param name="nanoseconds">The duration, not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="nanoseconds"/> is negative.</exception>
    public void Record(long nanoseconds)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(nanoseconds);
        _counts[BucketOf(nanoseconds)]++;
        Count++;
        _sum += nanoseconds;
        _max = Math.Max(_max, nanoseconds);
    }

    /// <summary>Adds the counts of another histogram to this one.</summary>
    /// <param name="other">The histogram to add; not changed.</param>
    public void Add(LatencyHistogram other)
    {
        ArgumentNullException.ThrowIfNull(other);
        for (int i = 0; i < _counts.Length; i++)
        {
            _counts[i] += other._counts[i];
        }

        Count += other.Count;
        _sum += other._sum;
        _max = Math.Max(_max, other._max);
    }

    /// <summary>Returns a duration that at least the given share of the recorded ones don't exceed.</summary>
    /// <param name="quantile">From 0 to 1; 0.99 is the 99th percentile.</param>
    /// <returns>
    /// Nanoseconds: the nearest-rank quantile or up to 0.1% more, never above <see cref="Max"/>; 0 when nothing was recorded.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="quantile"/> isn't from 0 to 1.</exception>
    public long ValueAtQuantile(double quantile)
    {
        if (!(quantile >= 0 && quantile <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(quantile), quantile, "Must be from 0 to 1.");
        }

        long rank = Math.Clamp((long)Math.Ceiling(quantile * Count), 1, Math.Max(Count, 1));
        long seen = 0;
        for (int i = 0; i < _counts.Length; i++)
        {
            seen += _counts[i];
            if (seen >= rank)
            {
                return Math.Min(LastOf(i), _max);
            }
        }

        return 0;
    }

    /// <summary>Forgets everything recorded.</summary>
    public void Reset()
    {
        Array.Clear(_counts);
        Count = 0;
        _sum = 0;
        _max = 0;
    }

    private static int BucketOf(long value)
    {
        int shift = Math.Max(0, 63 - BucketBits - BitOperations.LeadingZeroCount((ulong)value));
        return (shift << BucketBits) + (int)(value >> shift);
    }

    private static long LastOf(int bucket)
    {
        int shift = Math.Max(0, (bucket >> BucketBits) - 1);
        long step = bucket - ((long)shift << BucketBits);
        return (step << shift) + ((1L << shift) - 1);
    }
}
