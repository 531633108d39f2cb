using Slipstream.Quant.Performance;

namespace Slipstream.Runtime.Analysis;

/// <summary>How the run fared on the days of one market regime.</summary>
/// <param name="Regime">The regime.</param>
/// <param name="Days">Number of its days.</param>
/// <param name="Return">Compounded return over its days, a fraction; null if it had none.</param>
/// <param name="BenchmarkReturn">The benchmark's, over the same days.</param>
/// <param name="SharpeAnnual">Sharpe ratio of its days' returns, annualised as if all days were such; null for fewer than two days.</param>
/// <param name="Pnl">Change of equity on its days, account currency.</param>
/// <param name="ShareOfPnl">That over the whole change of equity; null where the whole is zero.</param>
public sealed record RegimeFigures(MarketRegime Regime, int Days, double? Return, double? BenchmarkReturn, double? SharpeAnnual, double Pnl, double? ShareOfPnl);
