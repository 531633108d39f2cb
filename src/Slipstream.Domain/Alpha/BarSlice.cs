namespace Slipstream.Domain;

/// <summary>The bars that end at one instant, in the order of the universe.</summary>
public sealed class BarSlice(int instruments)
{
    private readonly Bar[] _bars = new Bar[instruments];
    private readonly bool[] _present = new bool[instruments];

    /// <summary>The instant.</summary>
    public Instant Time { get; private set; }

    /// <summary>Number of instruments of the universe.</summary>
    public int Instruments => _bars.Length;

    /// <summary>Has the instrument a bar at this instant?</summary>
    public bool Has(InstrumentId instrument) => _present[instrument.Index];

    /// <summary>Returns the instrument's bar.</summary>
    /// <exception cref="InvalidOperationException">It has none at this instant.</exception>
    public Bar this[InstrumentId instrument] => _present[instrument.Index]
        ? _bars[instrument.Index]
        : throw new InvalidOperationException($"Instrument {instrument} has no bar at {Time}: ask Has first.");

    internal void Add(InstrumentId instrument, in Bar bar)
    {
        Time = bar.Time;
        _bars[instrument.Index] = bar;
        _present[instrument.Index] = true;
    }

    internal void Clear() => Array.Clear(_present);
}
