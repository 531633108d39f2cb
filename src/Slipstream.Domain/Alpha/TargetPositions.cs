namespace Slipstream.Domain;

/// <summary>The positions a model wants, one place for each instrument of the universe.</summary>
public sealed class TargetPositions(int instruments)
{
    private readonly double?[] _units = new double?[instruments];

    /// <summary>Signed base units; null leaves the position as it is.</summary>
    public double? this[InstrumentId instrument]
    {
        get => _units[instrument.Index];
        set => _units[instrument.Index] = value is { } v && !double.IsFinite(v)
            ? throw new ArgumentOutOfRangeException(nameof(value), value, $"The target of instrument {instrument} is not a number.")
            : value;
    }

    internal void Clear() => Array.Clear(_units);
}
