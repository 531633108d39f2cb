using Slipstream.Domain;

namespace Slipstream.Lake.Reading;

/// <summary>Events in time order, pulled in blocks.</summary>
internal interface ISeries : IDisposable
{
    /// <summary>Writes the next events; 0 at the end.</summary>
    int Read(Span<MarketEvent> destination);
}
