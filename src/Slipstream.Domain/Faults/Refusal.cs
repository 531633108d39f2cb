namespace Slipstream.Domain;

/// <summary>Why something was not done: which rule, what was observed, what would have been allowed.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Rule">Name of the rule or limit, such as <c>maxPosition</c>.</param>
/// <param name="Observed">What the intent would have led to, as text with its unit.</param>
/// <param name="Allowed">What the rule allows, as text with its unit.</param>
public sealed record Refusal(FaultCode Code, string Rule, string Observed, string Allowed)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Code.Text()} by {Rule}: {Observed}, allowed {Allowed}";
}
