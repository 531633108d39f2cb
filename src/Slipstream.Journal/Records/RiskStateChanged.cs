namespace Slipstream.Journal;

/// <summary>A risk rule halted or freed trading.</summary>
/// <param name="Rule">Name of the rule, such as <c>maxDailyLoss</c>.</param>
/// <param name="Halted">Is trading halted now?</param>
/// <param name="Observed">What was observed, with its unit.</param>
/// <param name="Allowed">What the rule allows, with its unit.</param>
public readonly record struct RiskStateChanged(string Rule, bool Halted, string Observed, string Allowed);
