namespace Slipstream.Quant.Performance;

/// <summary>Compounded wealth, from periodic simple returns (0.01 is 1%).</summary>
public static class EquityCurve
{
    /// <summary>Writes the wealth after each return, starting from 1 before the first.</summary>
    /// <param name="returns">Periodic returns.</param>
    /// <param name="equity">Receives the wealth; has one element per return.</param>
    /// <exception cref="ArgumentOutOfRangeException">The spans differ in length.</exception>
    public static void FromReturns(ReadOnlySpan<double> returns, Span<double> equity)
    {
        Require.SameLength(equity.Length, returns.Length, nameof(equity));
        double wealth = 1;
        for (int i = 0; i < returns.Length; i++)
        {
            wealth *= 1 + returns[i];
            equity[i] = wealth;
        }
    }

    /// <summary>Returns the compound annual growth rate.</summary>
    /// <param name="returns">Periodic returns.</param>
    /// <param name="periodsPerYear">Number of returns in a year, positive.</param>
    /// <returns>A fraction per year; 0 for an empty series, −1 when the wealth fell to 0 or below.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="periodsPerYear"/> isn't positive and finite.</exception>
    public static double Cagr(ReadOnlySpan<double> returns, double periodsPerYear)
    {
        Require.Positive(periodsPerYear);
        double wealth = 1;
        foreach (double r in returns)
        {
            wealth *= 1 + r;
            if (wealth <= 0)
            {
                return -1;
            }
        }

        return returns.IsEmpty ? 0 : Math.Pow(wealth, periodsPerYear / returns.Length) - 1;
    }
}
