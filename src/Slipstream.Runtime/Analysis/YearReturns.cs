namespace Slipstream.Runtime.Analysis;

/// <summary>A calendar year (UTC) of returns, fractions.</summary>
/// <param name="Year">The year.</param>
/// <param name="Months">Twelve monthly returns, January first; null for a month without days.</param>
/// <param name="Total">Return over the year's days.</param>
/// <param name="Benchmark">The benchmark's return over the same days; null where there is none.</param>
public sealed record YearReturns(int Year, IReadOnlyList<double?> Months, double Total, double? Benchmark);
