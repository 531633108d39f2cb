namespace Slipstream.Quant.Performance;

/// <summary>Moments of a series of periodic returns, each a fraction: 0.01 is 1%.</summary>
/// <remarks>Summed in the order of the series. Central moments are taken in a second pass about the mean.</remarks>
public static class ReturnStatistics
{
    /// <summary>Returns the arithmetic mean per period.</summary>
    /// <param name="returns">Periodic returns.</param>
    /// <returns>The mean; 0 for an empty series.</returns>
    public static double Mean(ReadOnlySpan<double> returns)
    {
        CompensatedSum sum = default;
        foreach (double r in returns)
        {
            sum.Add(r);
        }

        return returns.IsEmpty ? 0 : sum.Total / returns.Length;
    }

    /// <summary>Returns the sample standard deviation per period (divisor n − 1).</summary>
    /// <param name="returns">Periodic returns.</param>
    /// <returns>The deviation; 0 for fewer than two returns.</returns>
    public static double StandardDeviation(ReadOnlySpan<double> returns) =>
        returns.Length < 2 ? 0 : Math.Sqrt(CentralSum(returns, 2) / (returns.Length - 1));

    /// <summary>Returns the sample standard deviation, scaled to a year by the root of time.</summary>
    /// <param name="returns">Periodic returns.</param>
    /// <param name="periodsPerYear">Number of returns in a year, positive; 365 for daily returns of a market that never closes.</param>
    /// <returns>A fraction per √year; 0 for fewer than two returns.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="periodsPerYear"/> isn't positive and finite.</exception>
    public static double VolAnnual(ReadOnlySpan<double> returns, double periodsPerYear)
    {
        Require.Positive(periodsPerYear);
        return StandardDeviation(returns) * Math.Sqrt(periodsPerYear);
    }

    /// <summary>Returns the skewness m₃/m₂^(3/2) of the population moments.</summary>
    /// <param name="returns">Periodic returns.</param>
    /// <returns>0 for a symmetric series, and where the series doesn't vary.</returns>
    /// <remarks>Not corrected for bias, as <c>scipy.stats.skew</c>.</remarks>
    public static double Skewness(ReadOnlySpan<double> returns)
    {
        double variance = Moment(returns, 2);
        return variance > 0 ? Moment(returns, 3) / (variance * Math.Sqrt(variance)) : 0;
    }

    /// <summary>Returns the excess kurtosis m₄/m₂² − 3 of the population moments.</summary>
    /// <param name="returns">Periodic returns.</param>
    /// <returns>0 for a normal law, positive for fatter tails; 0 where the series doesn't vary.</returns>
    /// <remarks>Not corrected for bias, as <c>scipy.stats.kurtosis</c>.</remarks>
    public static double ExcessKurtosis(ReadOnlySpan<double> returns)
    {
        double variance = Moment(returns, 2);
        return variance > 0 ? Moment(returns, 4) / (variance * variance) - 3.0 : 0;
    }

    private static double Moment(ReadOnlySpan<double> returns, int order) =>
        returns.Length < 2 ? 0 : CentralSum(returns, order) / returns.Length;

    private static double CentralSum(ReadOnlySpan<double> returns, int order)
    {
        double mean = Mean(returns);
        CompensatedSum sum = default;
        foreach (double r in returns)
        {
            double deviation = r - mean;
            double square = deviation * deviation;
            sum.Add(order switch { 2 => square, 3 => square * deviation, _ => square * square });
        }

        return sum.Total;
    }
}
