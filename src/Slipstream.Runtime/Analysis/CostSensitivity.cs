namespace Slipstream.Runtime.Analysis;

/// <summary>What would be left if trading had cost more, trades unchanged.</summary>
/// <param name="Steps">Outcomes, by rising extra cost.</param>
/// <param name="BreakEvenBps">
/// Extra basis points of traded notional at which net PnL is zero; negative if trading would have had to be cheaper; null without trades.
/// </param>
public sealed record CostSensitivity(IReadOnlyList<CostStep> Steps, double? BreakEvenBps);
