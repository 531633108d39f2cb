namespace Slipstream.Domain;

/// <summary>A decision of a strategy: its number in the run, from 1.</summary>
/// <param name="Value">The number.</param>
public readonly record struct DecisionId(long Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
