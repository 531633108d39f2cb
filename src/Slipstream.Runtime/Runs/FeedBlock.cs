using Slipstream.Domain;
using Slipstream.Journal;

namespace Slipstream.Runtime.Runs;

/// <summary>Market events on their way from the feed to the core, and where they lie on the journal's tape.</summary>
internal sealed class FeedBlock
{
    public MarketEvent[] Events { get; } = new MarketEvent[Tape.MaxEventsPerBlock];

    public int Count { get; set; }

    /// <summary>SHA-256 of all events up to this block's end.</summary>
    public byte[] HashSoFar { get; set; } = [];

    /// <summary>The block on the tape; null if no tape is kept.</summary>
    public SealedTapeBlock? Sealed { get; set; }
}
