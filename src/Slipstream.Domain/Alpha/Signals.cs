namespace Slipstream.Domain;

/// <summary>The signals of one moment, one place for each instrument of the universe.</summary>
public sealed class Signals(int instruments)
{
    private readonly double?[] _forecasts = new double?[instruments];

    /// <summary>The forecast of an instrument, -1 to +1; null is no opinion: the position stays as it is.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a finite number.</exception>
    public double? this[InstrumentId instrument]
    {
        get => _forecasts[instrument.Index];
        set
        {
            if (value is { } forecast && !double.IsFinite(forecast))
            {
                throw new ArgumentOutOfRangeException(nameof(value), value, $"The forecast of instrument {instrument} is not a number.");
            }

            _forecasts[instrument.Index] = value is { } f ? Math.Clamp(f, -1, 1) : null;
        }
    }

    /// <summary>Why, in words; goes into the decisions.</summary>
    public string Rationale { get; set; } = "";

    internal void Clear()
    {
        Array.Clear(_forecasts);
        Rationale = "";
    }
}
