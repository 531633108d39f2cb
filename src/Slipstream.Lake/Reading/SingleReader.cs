using Slipstream.Domain;

namespace Slipstream.Lake.Reading;

/// <summary>One series as the reader of a run.</summary>
internal sealed class SingleReader(Universe universe, ISeries series) : IMarketEventReader
{
    public Universe Universe => universe;

    public int Read(Span<MarketEvent> destination) => series.Read(destination);

    public void Dispose() => series.Dispose();
}
