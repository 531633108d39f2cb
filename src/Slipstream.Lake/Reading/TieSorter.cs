using Slipstream.Domain;

namespace Slipstream.Lake.Reading;

/// <summary>Puts events of equal time into the universe's order, stably; times must not go backwards.</summary>
internal sealed class TieSorter(ISeries inner) : ISeries
{
    private readonly MarketEvent[] _block = new MarketEvent[1024];
    private readonly List<MarketEvent> _group = [];
    private int _at;
    private int _filled;
    private int _given;

    public int Read(Span<MarketEvent> destination)
    {
        var n = 0;
        while (n < destination.Length)
        {
            if (_given < _group.Count)
            {
                destination[n++] = _group[_given++];
                continue;
            }

            if (!NextGroup())
            {
                break;
            }
        }

        return n;
    }

    public void Dispose() => inner.Dispose();

    private bool NextGroup()
    {
        _group.Clear();
        _given = 0;
        while (Peek() && (_group.Count == 0 || _block[_at].Time == _group[0].Time))
        {
            _group.Add(_block[_at++]);
        }

        if (_group.Count > 1)
        {
            // Sorting in place is not stable: events of one instrument must keep their order.
            MarketEvent[] sorted = [.. _group.OrderBy(e => e.Instrument.Index)];
            _group.Clear();
            _group.AddRange(sorted);
        }

        return _group.Count > 0;
    }

    private bool Peek()
    {
        if (_at == _filled)
        {
            _filled = inner.Read(_block);
            _at = 0;
        }

        return _filled > 0;
    }
}
