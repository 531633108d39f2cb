namespace Slipstream.Domain;

/// <summary>An instrument's place in the run's universe, from 0; meaningful within one run only.</summary>
/// <param name="Index">Position in the universe.</param>
public readonly record struct InstrumentId(ushort Index)
{
    /// <inheritdoc/>
    public override string ToString() => $"#{Index}";
}
