using Slipstream.Quant.Performance;

namespace Slipstream.Runtime.Analysis;

/// <summary>The run's days, split by the benchmark's regime.</summary>
internal static class RegimeCalculator
{
    private static readonly MarketRegime[] Order = [MarketRegime.Trend, MarketRegime.MeanRevert, MarketRegime.HighVol, MarketRegime.Unknown];

    public static List<RegimeFigures> Of(DailySeries series, int periodsPerYear, List<string> notes)
    {
        var regimes = new MarketRegime[series.Days.Length];
        if (series.Benchmark is { } benchmark)
        {
            RegimeClassifier.Classify(benchmark, regimes);
            if (regimes.Length is > 0 and < RegimeClassifier.WarmUp)
            {
                notes.Add($"Market regimes need {RegimeClassifier.WarmUp} days of history; this run has {regimes.Length}.");
            }
        }

        var total = series.Days.Length == 0 ? 0 : series.Days[^1].Equity - series.Stake;
        return [.. Order.Select(regime => Figures(series, regimes, regime, periodsPerYear, total))];
    }

    private static RegimeFigures Figures(DailySeries series, MarketRegime[] regimes, MarketRegime regime, int periodsPerYear, double total)
    {
        var returns = new List<double>();
        var benchmark = 1.0;
        var wealth = 1.0;
        var pnl = 0.0;
        var before = series.Stake;
        for (var i = 0; i < regimes.Length; i++)
        {
            var after = series.Days[i].Equity;
            if (regimes[i] == regime)
            {
                returns.Add(series.Returns[i]);
                wealth *= 1 + series.Returns[i];
                benchmark *= 1 + (series.Benchmark?[i] ?? 0);
                pnl += after - before;
            }

            before = after;
        }

        return new RegimeFigures(
            regime,
            returns.Count,
            returns.Count > 0 ? Defined.OrNull(wealth - 1) : null,
            returns.Count > 0 && series.Benchmark is not null ? Defined.OrNull(benchmark - 1) : null,
            returns.Count > 1 && periodsPerYear > 0 ? Defined.OrNull(PerformanceRatios.Sharpe(returns.ToArray(), periodsPerYear)) : null,
            Defined.OrZero(pnl),
            Defined.Ratio(pnl, total));
    }
}
