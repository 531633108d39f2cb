namespace Slipstream.Domain;

/// <summary>What a strategy wants done: its number in the run, from 1.</summary>
/// <param name="Value">The number.</param>
public readonly record struct IntentId(long Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
