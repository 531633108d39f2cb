namespace Slipstream.Domain;

/// <summary>A finite or growing stream of market events in time order, pulled in blocks so that memory stays flat.</summary>
public interface IMarketEventReader : IDisposable
{
    /// <summary>The instruments that the events' ids mean.</summary>
    Universe Universe { get; }

    /// <summary>Writes the next events into <paramref name="destination"/>.</summary>
    /// <returns>How many were written; 0 at the end.</returns>
    int Read(Span<MarketEvent> destination);
}
