namespace Slipstream.Domain;

/// <summary>What a simulated fill lost to each cause, in quote currency; positive is a cost. Diagnostics: all but the fee are already in the price.</summary>
/// <param name="Spread">Half the spread times quantity.</param>
/// <param name="TemporaryImpact">Pressure of this trade that fades.</param>
/// <param name="PermanentImpact">Pressure that stays in the price.</param>
/// <param name="Delay">Move of the market from the decision to the order's arrival.</param>
public readonly record struct ExecutionCosts(double Spread, double TemporaryImpact, double PermanentImpact, double Delay);
