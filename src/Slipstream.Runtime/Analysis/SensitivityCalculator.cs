using Slipstream.Quant.Performance;
using Slipstream.Runtime.Results;

namespace Slipstream.Runtime.Analysis;

/// <summary>What trading cost, and what it would have left had it cost more.</summary>
internal static class SensitivityCalculator
{
    private const double BpsPerOne = 10_000;
    private static readonly double[] ExtraBps = [0, 1, 2, 5, 10, 20];

    public static CostSensitivity Sensitivity(RunResult result, DailySeries days)
    {
        var notional = TradedNotional(result);
        var net = Defined.OrZero(result.Summary.NetPnl);
        var breakEven = Defined.Ratio(net * BpsPerOne, notional);
        return new CostSensitivity([.. ExtraBps.Select(bps => Step(result, days, bps, net - (bps / BpsPerOne * notional)))], breakEven);
    }

    public static List<CostLine> Costs(RunResult result)
    {
        var notional = TradedNotional(result);
        var costs = result.Summary.Costs;
        return
        [
            Line("commission", costs.Commission), Line("spread", costs.Spread),
            Line("temporaryImpact", costs.TemporaryImpact), Line("permanentImpact", costs.PermanentImpact),
            Line("delay", costs.Delay), Line("funding", result.Summary.Funding),
        ];

        CostLine Line(string cause, double amount) => new(cause, Defined.OrZero(amount), Defined.Ratio(amount * BpsPerOne, notional));
    }

    public static double TradedNotional(RunResult result) => result.Days.Sum(d => Defined.OrZero(d.TradedNotional));

    // An account that costs would have eaten up is lost, not owed.
    private static CostStep Step(RunResult result, DailySeries days, double bps, double net) => Defined.IsPositive(days.Stake) && net <= -days.Stake
        ? new(bps, -days.Stake, -1, null)
        : new(bps, net, Defined.IsPositive(days.Stake) ? net / days.Stake : null, Sharpe(days, bps / BpsPerOne, result.Summary.PeriodsPerYear));

    /// <summary>Each day's return less the day's extra cost over the equity it began with.</summary>
    private static double? Sharpe(DailySeries days, double cost, int periodsPerYear)
    {
        var returns = new double[days.Days.Length];
        var before = days.Stake;
        for (var i = 0; i < returns.Length; i++)
        {
            returns[i] = days.Returns[i] - (cost * Defined.OrZero(days.Days[i].TradedNotional) / before);
            before = days.Days[i].Equity;
        }

        return returns.Length > 1 && periodsPerYear > 0 ? Defined.OrNull(PerformanceRatios.Sharpe(returns, periodsPerYear)) : null;
    }
}
