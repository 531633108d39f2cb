using Slipstream.Domain;

namespace Slipstream.Runtime.Tests.Runs.Rig;

/// <summary>Market events that a test holds whole.</summary>
internal sealed record DataSet(Universe Universe, MarketEvent[] Events)
{
    public static DataSet Of(IMarketEventReader reader, int most = int.MaxValue)
    {
        var events = new List<MarketEvent>();
        var block = new MarketEvent[4096];
        while (events.Count < most && reader.Read(block) is > 0 and var count)
        {
            events.AddRange(block.AsSpan(0, Math.Min(count, most - events.Count)));
        }

        return new(reader.Universe, [.. events]);
    }

    /// <summary>Returns the first events alone.</summary>
    public DataSet First(int count) => this with { Events = Events[..count] };

    public ListReader Open(Func<int>? blockSize = null) => new(Universe, Events, blockSize);
}
