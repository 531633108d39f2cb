namespace Slipstream.Quant.Performance;

/// <summary>Historical tail losses of periodic returns, as positive fractions: 0.03 is a loss of 3%. A profit is negative.</summary>
public static class TailRisk
{
    /// <summary>Returns the loss per period that is exceeded with probability 1 − confidence.</summary>
    /// <param name="returns">Periodic returns, finite fractions.</param>
    /// <param name="confidence">Between 0 and 1, exclusive; 0.95 looks at the worst twentieth.</param>
    /// <returns>The negated (1 − confidence) quantile; 0 for an empty series.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="confidence"/> isn't between 0 and 1.</exception>
    /// <remarks>
    /// The quantile is interpolated linearly: type 7 of Hyndman and Fan (1996), The American Statistician 50, 361-365, numpy's
    /// default.
    /// </remarks>
    public static double ValueAtRisk(ReadOnlySpan<double> returns, double confidence)
    {
        Require.InsideUnitInterval(confidence);
        return returns.IsEmpty ? 0 : -Quantile(Sorted(returns), 1 - confidence);
    }

    /// <summary>Returns the mean loss of the periods at or beyond the value at risk.</summary>
    /// <param name="returns">Periodic returns, finite fractions.</param>
    /// <param name="confidence">Between 0 and 1, exclusive.</param>
    /// <returns>The mean loss, never below <see cref="ValueAtRisk"/>; 0 for an empty series.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="confidence"/> isn't between 0 and 1.</exception>
    /// <remarks>Source: Acerbi and Tasche (2002), Journal of Banking &amp; Finance 26, 1487-1503.</remarks>
    public static double ExpectedShortfall(ReadOnlySpan<double> returns, double confidence)
    {
        Require.InsideUnitInterval(confidence);
        if (returns.IsEmpty)
        {
            return 0;
        }

        double[] sorted = Sorted(returns);
        double quantile = Quantile(sorted, 1 - confidence);
        CompensatedSum sum = default;
        int count = 0;
        while (count < sorted.Length && sorted[count] <= quantile)
        {
            sum.Add(sorted[count++]);
        }

        return -sum.Total / count;
    }

    private static double[] Sorted(ReadOnlySpan<double> returns)
    {
        double[] sorted = returns.ToArray();
        Array.Sort(sorted);
        return sorted;
    }

    private static double Quantile(double[] sorted, double probability)
    {
        double position = probability * (sorted.Length - 1);
        int below = (int)position;
        int above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
