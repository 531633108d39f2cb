namespace Slipstream.Runtime.Analysis;

/// <summary>A run's performance. Returns and exposures are fractions (0.01 is 1%); a figure that isn't defined is null.</summary>
public sealed record PerformanceFigures
{
    /// <summary>UTC days with a return.</summary>
    public required int Days { get; init; }

    /// <summary>Calendar years from the first day to the last, both counted, of 365.25 days.</summary>
    public required double Years { get; init; }

    /// <summary>The account. Its Sharpe ratio and drawdown are the summary's, the drawdown thus marked at each event.</summary>
    public required ReturnFigures Strategy { get; init; }

    /// <summary>The benchmark, from its daily values, its drawdown from the equity curve's points; null where it has none.</summary>
    public required ReturnFigures? Benchmark { get; init; }

    /// <summary>Deepest drawdown with its dates, as seen on the equity curve's points; null if it never fell.</summary>
    public required DrawdownEpisode? DeepestDrawdown { get; init; }

    /// <summary>Slope of the account's daily returns on the benchmark's.</summary>
    public required double? Beta { get; init; }

    /// <summary>Intercept of that line, times the periods in a year.</summary>
    public required double? AlphaAnnual { get; init; }

    /// <summary>Correlation of daily returns with the benchmark's.</summary>
    public required double? Correlation { get; init; }

    /// <summary>Sum of absolute values of all fills, account currency.</summary>
    public required double TradedNotional { get; init; }

    /// <summary>Traded notional over mean daily equity per calendar year; buys and sells both count. Null for less than 90 days.</summary>
    public required double? TurnoverAnnual { get; init; }

    /// <summary>Mean over the equity curve's points of gross exposure over equity.</summary>
    public required double? AverageGrossExposure { get; init; }

    /// <summary>Largest gross exposure over equity on the equity curve's points.</summary>
    public required double? MaxGrossExposure { get; init; }

    /// <summary>Mean over the equity curve's points of net exposure over equity.</summary>
    public required double? AverageNetExposure { get; init; }

    /// <summary>Part of the equity curve's points with a position.</summary>
    public required double? TimeInMarket { get; init; }
}
