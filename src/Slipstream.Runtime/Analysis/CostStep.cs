namespace Slipstream.Runtime.Analysis;

/// <summary>The outcome at one level of extra cost.</summary>
/// <param name="ExtraBps">Extra cost of each traded unit of notional, basis points.</param>
/// <param name="NetPnl">Net PnL, account currency; no worse than the loss of the stake.</param>
/// <param name="Return">Net PnL over the stake, a fraction; null without a stake.</param>
/// <param name="SharpeAnnual">Sharpe ratio of daily returns, each less the day's extra cost over the equity it began with; null for fewer than two days, or where the stake is lost.</param>
public sealed record CostStep(double ExtraBps, double NetPnl, double? Return, double? SharpeAnnual);
