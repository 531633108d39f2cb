using Slipstream.Domain;

namespace Slipstream.Runtime.Tests.Runs.Rig;

/// <summary>Events from memory, in blocks of any size.</summary>
internal sealed class ListReader(Universe universe, ReadOnlyMemory<MarketEvent> events, Func<int>? blockSize = null) : IMarketEventReader
{
    private int _next;

    public Universe Universe => universe;

    public int Read(Span<MarketEvent> destination)
    {
        var wanted = Math.Min(destination.Length, blockSize?.Invoke() ?? destination.Length);
        var count = Math.Min(wanted, events.Length - _next);
        events.Span.Slice(_next, count).CopyTo(destination);
        _next += count;
        return count;
    }

    public void Dispose()
    {
    }
}
