using Slipstream.Domain;

namespace Slipstream.Lake.Reading;

/// <summary>A file whose newest rows come first, turned around in memory.</summary>
internal sealed class TurnedAround(ISeries inner, string name) : ISeries
{
    private const int MaxEvents = 8_000_000;
    private List<MarketEvent>? _events;

    public int Read(Span<MarketEvent> destination)
    {
        _events ??= ReadAll();
        var n = Math.Min(destination.Length, _events.Count);
        for (var i = 0; i < n; i++)
        {
            destination[i] = _events[^(i + 1)];
        }

        _events.RemoveRange(_events.Count - n, n);
        return n;
    }

    public void Dispose() => inner.Dispose();

    private List<MarketEvent> ReadAll()
    {
        var events = new List<MarketEvent>();
        var block = new MarketEvent[4096];
        int n;
        while ((n = inner.Read(block)) > 0)
        {
            events.AddRange(block.AsSpan(0, n));
            if (events.Count > MaxEvents)
            {
                throw new DataException($"{name}: the newest rows come first and there are more than {MaxEvents} of them; turn the file around first (tac).");
            }
        }

        return events;
    }
}
