namespace Slipstream.Runtime.Analysis;

/// <summary>What one cause cost.</summary>
/// <param name="Cause">The cause's name as in JSON, such as <c>temporaryImpact</c>.</param>
/// <param name="Amount">Account currency; positive is a cost.</param>
/// <param name="Bps">Basis points of traded notional; null without trades.</param>
public sealed record CostLine(string Cause, double Amount, double? Bps);
