namespace Slipstream.Domain;

/// <summary>The instruments of a run, in a fixed order; an instrument's id is its place.</summary>
public sealed class Universe
{
    private readonly Instrument[] _instruments;
    private readonly Dictionary<string, InstrumentId> _bySymbol = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Creates the universe in the order given.</summary>
    /// <exception cref="ArgumentException">Empty, too many (65,535), or a symbol twice.</exception>
    public Universe(IEnumerable<Instrument> instruments)
    {
        _instruments = [.. instruments];
        if (_instruments.Length is 0 or > ushort.MaxValue)
        {
            throw new ArgumentException($"A run needs 1 to {ushort.MaxValue} instruments, not {_instruments.Length}.", nameof(instruments));
        }

        for (var i = 0; i < _instruments.Length; i++)
        {
            if (!_bySymbol.TryAdd(_instruments[i].Symbol, new((ushort)i)))
            {
                throw new ArgumentException($"The symbol {_instruments[i].Symbol} is given twice.", nameof(instruments));
            }
        }
    }

    /// <summary>How many.</summary>
    public int Count => _instruments.Length;

    /// <summary>All, by id.</summary>
    public ReadOnlySpan<Instrument> Instruments => _instruments;

    /// <summary>Returns the instrument of an id.</summary>
    public Instrument this[InstrumentId id] => _instruments[id.Index];

    /// <summary>Finds an instrument by its symbol, whatever the case.</summary>
    public bool TryFind(string symbol, out InstrumentId id) => _bySymbol.TryGetValue(symbol, out id);
}
