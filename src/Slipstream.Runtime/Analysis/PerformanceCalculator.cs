using Slipstream.Quant.Performance;
using Slipstream.Runtime.Results;

namespace Slipstream.Runtime.Analysis;

/// <summary>The performance figures of a run.</summary>
internal static class PerformanceCalculator
{
    private const double LeastYearsToAnnualise = 90 / 365.25;
    private const int FewDays = 20;
    private const double Confidence = 0.95;

    public static PerformanceFigures Of(RunResult result, DailySeries days, EquityCurvePoints curve, DrawdownEpisode? deepest, List<string> notes)
    {
        if (days.Days.Length > 0 && days.Years < LeastYearsToAnnualise)
        {
            notes.Add("Less than 90 days: growth and turnover are not extrapolated to a year.");
        }

        if (days.Returns.Length is > 1 and < FewDays)
        {
            notes.Add($"Fewer than {FewDays} days: annual ratios say little.");
        }

        BenchmarkFit? fit = days.Benchmark is { } b && days.Returns.Length > 1 ? BenchmarkFit.Of(days.Returns, b) : null;
        var gross = Exposures(result, p => p.GrossExposure);
        var net = Exposures(result, p => p.NetExposure);
        var notional = SensitivityCalculator.TradedNotional(result);
        var periods = result.Summary.PeriodsPerYear;
        return new PerformanceFigures
        {
            Days = days.Days.Length,
            Years = days.Years,
            Strategy = Account(result, days),
            Benchmark = days.Benchmark is { } returns ? Figures(days, returns, periods, DeepestFall(curve.Benchmark)) : null,
            DeepestDrawdown = deepest,
            Beta = Defined.OrNull(fit?.Beta),
            AlphaAnnual = fit is { } line && periods > 0 ? Defined.OrNull(line.AlphaAnnual(periods)) : null,
            Correlation = Defined.OrNull(fit?.Correlation),
            TradedNotional = notional,
            TurnoverAnnual = Turnover(days, notional),
            AverageGrossExposure = gross.Length == 0 ? null : Defined.OrNull(gross.Average()),
            MaxGrossExposure = gross.Length == 0 ? null : gross.Max(),
            AverageNetExposure = net.Length == 0 ? null : Defined.OrNull(net.Average()),
            TimeInMarket = gross.Length == 0 ? null : gross.Count(g => g > 0) / (double)gross.Length,
        };
    }

    private static ReturnFigures Account(RunResult result, DailySeries days)
    {
        var figures = Figures(days, days.Returns, result.Summary.PeriodsPerYear, Defined.OrNull(result.Summary.MaxDrawdown));
        return figures with
        {
            TotalReturn = Defined.Ratio(result.Summary.NetPnl, result.Summary.StartingCash),
            SharpeAnnual = days.Returns.Length > 1 ? Defined.OrNull(result.Summary.SharpeAnnual) : null,
        };
    }

    private static ReturnFigures Figures(DailySeries days, double[] returns, int periodsPerYear, double? drawdown)
    {
        var varies = returns.Length > 1 && periodsPerYear > 0;
        var cagr = days.Years >= LeastYearsToAnnualise ? Defined.OrNull(EquityCurve.Cagr(returns, returns.Length / days.Years)) : null;
        var wealth = new double[returns.Length + 1];
        wealth[0] = 1;
        EquityCurve.FromReturns(returns, wealth.AsSpan(1));
        return new ReturnFigures
        {
            TotalReturn = returns.Length == 0 ? null : Defined.OrNull(wealth[^1] - 1),
            Cagr = cagr,
            VolAnnual = varies ? Defined.OrNull(ReturnStatistics.VolAnnual(returns, periodsPerYear)) : null,
            SharpeAnnual = varies ? Defined.OrNull(PerformanceRatios.Sharpe(returns, periodsPerYear)) : null,
            SortinoAnnual = varies && returns.Any(r => r < 0) ? Defined.OrNull(PerformanceRatios.Sortino(returns, periodsPerYear)) : null,
            Calmar = Calmar(cagr, drawdown),
            MaxDrawdown = drawdown,
            BestDay = Extreme(days, returns, best: true),
            WorstDay = Extreme(days, returns, best: false),
            WinRate = Defined.Ratio(returns.Count(r => r > 0), returns.Count(r => r != 0)),
            Skewness = varies ? Defined.OrNull(ReturnStatistics.Skewness(returns)) : null,
            ExcessKurtosis = varies ? Defined.OrNull(ReturnStatistics.ExcessKurtosis(returns)) : null,
            ValueAtRisk95 = varies ? Defined.OrNull(TailRisk.ValueAtRisk(returns, Confidence)) : null,
            ExpectedShortfall95 = varies ? Defined.OrNull(TailRisk.ExpectedShortfall(returns, Confidence)) : null,
        };
    }

    private static double? Calmar(double? cagr, double? drawdown) => cagr is { } c && drawdown is { } d ? Defined.Ratio(c, d) : null;

    private static double? DeepestFall(double[] values) =>
        values.All(Defined.IsPositive) ? Defined.OrNull(Drawdowns.Maximum(values).Fraction) : null;

    private static double? Turnover(DailySeries days, double notional)
    {
        var equity = days.Days.Length == 0 ? 0 : days.Days.Average(d => d.Equity);
        return equity > 0 && days.Years >= LeastYearsToAnnualise ? Defined.Ratio(notional / equity, days.Years) : null;
    }

    private static DayReturn? Extreme(DailySeries days, double[] returns, bool best)
    {
        if (returns.Length == 0)
        {
            return null;
        }

        var i = Array.IndexOf(returns, best ? returns.Max() : returns.Min());
        return new DayReturn(days.Days[i].Day, returns[i]);
    }

    private static double[] Exposures(RunResult result, Func<EquityPoint, double> exposure) =>
        [.. result.Equity.Where(p => Defined.IsPositive(p.Equity) && double.IsFinite(exposure(p) / p.Equity)).Select(p => exposure(p) / p.Equity)];
}
