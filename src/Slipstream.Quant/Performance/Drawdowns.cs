namespace Slipstream.Quant.Performance;

/// <summary>Falls of an equity curve below its running peak.</summary>
public static class Drawdowns
{
    /// <summary>Writes at each observation how far the curve is below its highest value so far.</summary>
    /// <param name="equity">The curve; positive values.</param>
    /// <param name="drawdowns">Receives fractions of the peak, not negative: 0.2 is 20% below it. One element per observation.</param>
    /// <exception cref="ArgumentOutOfRangeException">The spans differ in length, or the first equity isn't positive and finite.</exception>
    public static void Series(ReadOnlySpan<double> equity, Span<double> drawdowns)
    {
        Require.SameLength(drawdowns.Length, equity.Length, nameof(drawdowns));
        double peak = Start(equity);
        for (int i = 0; i < equity.Length; i++)
        {
            peak = Math.Max(peak, equity[i]);
            drawdowns[i] = (peak - equity[i]) / peak;
        }
    }

    /// <summary>Returns the deepest fall; the first of equals.</summary>
    /// <param name="equity">The curve; positive values. To count a fall from the stake itself, let the stake be the first element.</param>
    /// <returns>The drawdown; all zero, recovered at 0, when the curve never fell or is empty.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The first equity isn't positive and finite.</exception>
    public static Drawdown Maximum(ReadOnlySpan<double> equity)
    {
        double peak = Start(equity);
        int peakIndex = 0;
        var deepest = new Drawdown(0, 0, 0, 0);
        for (int i = 0; i < equity.Length; i++)
        {
            if (equity[i] >= peak)
            {
                peak = equity[i];
                peakIndex = i;
            }

            double fraction = (peak - equity[i]) / peak;
            if (fraction > deepest.Fraction)
            {
                deepest = new Drawdown(fraction, peakIndex, i, null);
            }
        }

        return deepest.Fraction > 0 ? deepest with { RecoveryIndex = Recovery(equity, deepest) } : deepest;
    }

    private static double Start(ReadOnlySpan<double> equity)
    {
        if (equity.IsEmpty)
        {
            return 1;
        }

        Require.Positive(equity[0], nameof(equity));
        return equity[0];
    }

    private static int? Recovery(ReadOnlySpan<double> equity, Drawdown drawdown)
    {
        for (int i = drawdown.TroughIndex + 1; i < equity.Length; i++)
        {
            if (equity[i] >= equity[drawdown.PeakIndex])
            {
                return i;
            }
        }

        return null;
    }
}
