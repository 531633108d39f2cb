namespace Slipstream.Runtime.Analysis;

/// <summary>A curve of daily values in numbers. Returns are fractions (0.01 is 1%); a figure that isn't defined is null.</summary>
public sealed record ReturnFigures
{
    /// <summary>Last value over the stake, less 1.</summary>
    public required double? TotalReturn { get; init; }

    /// <summary>Compound growth per calendar year of 365.25 days; null for less than 90 days, where it would only extrapolate.</summary>
    public required double? Cagr { get; init; }

    /// <summary>Sample deviation of daily returns times the root of the periods in a year.</summary>
    public required double? VolAnnual { get; init; }

    /// <summary>Mean daily return over its sample deviation, times the root of the periods in a year; risk-free 0.</summary>
    public required double? SharpeAnnual { get; init; }

    /// <summary>Mean daily return over the downside deviation from 0, times the root of the periods in a year.</summary>
    public required double? SortinoAnnual { get; init; }

    /// <summary><see cref="Cagr"/> over <see cref="MaxDrawdown"/>.</summary>
    public required double? Calmar { get; init; }

    /// <summary>Largest fall from a peak, a positive fraction.</summary>
    public required double? MaxDrawdown { get; init; }

    /// <summary>Highest daily return.</summary>
    public required DayReturn? BestDay { get; init; }

    /// <summary>Lowest daily return.</summary>
    public required DayReturn? WorstDay { get; init; }

    /// <summary>Days that gained over days that gained or lost.</summary>
    public required double? WinRate { get; init; }

    /// <summary>Skewness of daily returns, m₃/m₂^(3/2).</summary>
    public required double? Skewness { get; init; }

    /// <summary>Excess kurtosis of daily returns, m₄/m₂² − 3; 0 for a normal law.</summary>
    public required double? ExcessKurtosis { get; init; }

    /// <summary>Daily loss that one day in twenty exceeded, a positive fraction.</summary>
    public required double? ValueAtRisk95 { get; init; }

    /// <summary>Mean loss of the days at or beyond <see cref="ValueAtRisk95"/>, a positive fraction.</summary>
    public required double? ExpectedShortfall95 { get; init; }
}
