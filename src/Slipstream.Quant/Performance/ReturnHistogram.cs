namespace Slipstream.Quant.Performance;

/// <summary>How many returns fall into each of equally wide bins between the smallest and the largest.</summary>
/// <remarks>A bin holds its lower edge; the last holds both, as in <c>numpy.histogram</c>.</remarks>
public sealed class ReturnHistogram
{
    private readonly double[] _edges;
    private readonly int[] _counts;

    /// <summary>Counts the returns.</summary>
    /// <param name="returns">
    /// Finite fractions: 0.01 is 1%. When all are equal, the bins span half a unit to either side; when there are none, 0 to 1.
    /// </param>
    /// <param name="bins">Number of bins, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bins"/> is below 1, or a return isn't finite.</exception>
    public ReturnHistogram(ReadOnlySpan<double> returns, int bins)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        (double low, double high) = Range(returns);
        _edges = new double[bins + 1];
        _counts = new int[bins];
        for (int i = 0; i < bins; i++)
        {
            _edges[i] = low + i * ((high - low) / bins);
        }

        _edges[bins] = high;
        foreach (double r in returns)
        {
            _counts[BinOf(r)]++;
        }
    }

    /// <summary>The bins' edges, ascending; one more than there are bins.</summary>
    public ReadOnlySpan<double> Edges => _edges;

    /// <summary>The number of returns in each bin.</summary>
    public ReadOnlySpan<int> Counts => _counts;

    private static (double Low, double High) Range(ReadOnlySpan<double> returns)
    {
        if (returns.IsEmpty)
        {
            return (0, 1);
        }

        double low = double.PositiveInfinity;
        double high = double.NegativeInfinity;
        foreach (double r in returns)
        {
            if (!double.IsFinite(r))
            {
                throw new ArgumentOutOfRangeException(nameof(returns), r, "Every return must be finite.");
            }

            low = Math.Min(low, r);
            high = Math.Max(high, r);
        }

        return low < high ? (low, high) : (low - 0.5, high + 0.5);
    }

    private int BinOf(double r)
    {
        int found = Array.BinarySearch(_edges, r);
        int bin = found >= 0 ? found : ~found - 1;
        return Math.Min(bin, _counts.Length - 1);
    }
}
