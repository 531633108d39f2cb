namespace Slipstream.Domain;

/// <summary>A fill: unique per venue and the same at each delivery, so that a second delivery is known as one.</summary>
/// <param name="Value">The number.</param>
public readonly record struct FillId(long Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
