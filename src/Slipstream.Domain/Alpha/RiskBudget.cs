namespace Slipstream.Domain;

/// <summary>How much risk a model may take.</summary>
/// <param name="Capital">Equity it trades on, in the account's currency.</param>
/// <param name="Instruments">Number of instruments the budget is shared by.</param>
public readonly record struct RiskBudget(double Capital, int Instruments);
