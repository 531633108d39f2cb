using Slipstream.Quant.Performance;
using Slipstream.Runtime.Results;

namespace Slipstream.Runtime.Runs;

/// <summary>Returns from one UTC day's end to the next; the first day's from the starting cash.</summary>
internal static class DailyReturns
{
    public static double[] Of(IReadOnlyList<DailyPoint> days, double startingCash)
    {
        var returns = new double[days.Count];
        var before = startingCash;
        for (var i = 0; i < days.Count; i++)
        {
            returns[i] = before > 0 ? (days[i].Equity / before) - 1 : 0;
            before = days[i].Equity;
        }

        return returns;
    }

    public static double Sharpe(IReadOnlyList<DailyPoint> days, double startingCash, int periodsPerYear)
    {
        var returns = Of(days, startingCash);
        return returns.Length < 2 ? 0 : PerformanceRatios.Sharpe(returns, periodsPerYear);
    }
}
