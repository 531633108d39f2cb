namespace Slipstream.Domain;

/// <summary>An order: its number in the run, from 1. With the run id it is the idempotency key (ClOrdID) at a venue.</summary>
/// <param name="Value">The number.</param>
public readonly record struct OrderId(long Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
