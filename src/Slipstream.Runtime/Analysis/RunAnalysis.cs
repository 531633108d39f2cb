using Slipstream.Runtime.Results;

namespace Slipstream.Runtime.Analysis;

/// <summary>A run's numbers, computed once; web page, terminal and JSON all show these.</summary>
public sealed record RunAnalysis
{
    /// <summary>Performance figures.</summary>
    public required PerformanceFigures Performance { get; init; }

    /// <summary>Returns by year and month, oldest first.</summary>
    public required IReadOnlyList<YearReturns> Monthly { get; init; }

    /// <summary>Distribution of returns.</summary>
    public required ReturnBins Histogram { get; init; }

    /// <summary>Distance below the peak, at each point of the equity curve.</summary>
    public required IReadOnlyList<DrawdownPoint> DrawdownSeries { get; init; }

    /// <summary>The five deepest falls, deepest first.</summary>
    public required IReadOnlyList<DrawdownEpisode> WorstDrawdowns { get; init; }

    /// <summary>Trend, mean reversion, high volatility, and days not yet classified, in this order.</summary>
    public required IReadOnlyList<RegimeFigures> Regimes { get; init; }

    /// <summary>Outcomes at higher costs.</summary>
    public required CostSensitivity Sensitivity { get; init; }

    /// <summary>Costs by cause, funding last.</summary>
    public required IReadOnlyList<CostLine> Costs { get; init; }

    /// <summary>What limits these numbers: short runs, a missing benchmark, a lost stake.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Computes all numbers.</summary>
    /// <param name="result">A finished run; it may have had no events or no trades, or lost everything.</param>
    /// <returns>The analysis; no number in it is NaN or infinite.</returns>
    public static RunAnalysis Of(RunResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var notes = new List<string>();
        var days = DailySeries.Of(result, notes);
        var curve = EquityCurvePoints.Of(result);
        var episodes = DrawdownFinder.Episodes(curve);
        return new RunAnalysis
        {
            Performance = PerformanceCalculator.Of(result, days, curve, episodes.Count > 0 ? episodes[0] : null, notes),
            Monthly = MonthlyCalculator.Of(days),
            Histogram = HistogramCalculator.Of(days, curve, notes),
            DrawdownSeries = DrawdownFinder.Series(curve),
            WorstDrawdowns = [.. episodes.Take(5)],
            Regimes = RegimeCalculator.Of(days, result.Summary.PeriodsPerYear, notes),
            Sensitivity = SensitivityCalculator.Sensitivity(result, days),
            Costs = SensitivityCalculator.Costs(result),
            Notes = notes,
        };
    }
}
