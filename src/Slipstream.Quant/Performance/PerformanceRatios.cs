namespace Slipstream.Quant.Performance;

/// <summary>Return in proportion to risk, from periodic simple returns (0.01 is 1%); the risk-free rate is taken as 0.</summary>
public static class PerformanceRatios
{
    /// <summary>Returns the annual Sharpe ratio: mean over sample standard deviation, times the root of periods per year.</summary>
    /// <param name="returns">Periodic returns.</param>
    /// <param name="periodsPerYear">Number of returns in a year, positive.</param>
    /// <returns>The ratio; 0 for fewer than two returns or when they don't vary.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="periodsPerYear"/> isn't positive and finite.</exception>
    /// <remarks>Source: Sharpe (1994), Journal of Portfolio Management 21, 49-58.</remarks>
    public static double Sharpe(ReadOnlySpan<double> returns, double periodsPerYear)
    {
        Require.Positive(periodsPerYear);
        double deviation = ReturnStatistics.StandardDeviation(returns);
        return deviation > 0 ? ReturnStatistics.Mean(returns) / deviation * Math.Sqrt(periodsPerYear) : 0;
    }

    /// <summary>Returns the annual Sortino ratio: mean over downside deviation from 0, times the root of periods per year.</summary>
    /// <param name="returns">Periodic returns.</param>
    /// <param name="periodsPerYear">Number of returns in a year, positive.</param>
    /// <returns>The ratio; 0 for fewer than two returns or when none is negative.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="periodsPerYear"/> isn't positive and finite.</exception>
    /// <remarks>
    /// The downside deviation is √(Σ min(r, 0)² / n) over all n returns. Source: Sortino and Price (1994), Journal of Investing
    /// 3, 59-64.
    /// </remarks>
    public static double Sortino(ReadOnlySpan<double> returns, double periodsPerYear)
    {
        Require.Positive(periodsPerYear);
        CompensatedSum squares = default;
        foreach (double r in returns)
        {
            double loss = Math.Min(r, 0);
            squares.Add(loss * loss);
        }

        if (returns.Length < 2 || squares.Total <= 0)
        {
            return 0;
        }

        double downside = Math.Sqrt(squares.Total / returns.Length);
        return ReturnStatistics.Mean(returns) / downside * Math.Sqrt(periodsPerYear);
    }

    /// <summary>Returns the Calmar ratio: compound annual growth over the largest drawdown of the compounded returns.</summary>
    /// <param name="returns">Periodic returns.</param>
    /// <param name="periodsPerYear">Number of returns in a year, positive.</param>
    /// <returns>The ratio; 0 when there was no drawdown.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="periodsPerYear"/> isn't positive and finite.</exception>
    /// <remarks>Over the whole series, not Young's (1991) trailing 36 months.</remarks>
    public static double Calmar(ReadOnlySpan<double> returns, double periodsPerYear)
    {
        double growth = EquityCurve.Cagr(returns, periodsPerYear);
        double deepest = 0;
        double equity = 1;
        double peak = 1;
        foreach (double r in returns)
        {
            equity *= 1 + r;
            peak = Math.Max(peak, equity);
            deepest = Math.Max(deepest, (peak - equity) / peak);
        }

        return deepest > 0 ? growth / deepest : 0;
    }
}
