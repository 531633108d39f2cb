namespace Slipstream.Runtime.Results;

/// <summary>What trading cost, by cause, in account currency; positive is a cost. All but the commission are diagnostics that are already inside the fill prices.</summary>
/// <param name="Commission">Fees paid.</param>
/// <param name="Spread">Half-spreads crossed.</param>
/// <param name="TemporaryImpact">Own pressure that faded.</param>
/// <param name="PermanentImpact">Own pressure that stayed.</param>
/// <param name="Delay">Market moves between decision and arrival.</param>
public sealed record CostTotals(double Commission, double Spread, double TemporaryImpact, double PermanentImpact, double Delay);
