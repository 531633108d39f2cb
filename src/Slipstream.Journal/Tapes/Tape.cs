using Slipstream.Domain;

namespace Slipstream.Journal;

/// <summary>A file of market events: a backtest's inputs, a live run's recorded market, or a prepared dataset.</summary>
public static class Tape
{
    /// <summary>Most events in a block, and how many a writer puts in one unless told to seal earlier.</summary>
    public const int MaxEventsPerBlock = 8192;

    /// <summary>Says what a tape holds. It trusts the block headers, whose checksums and links it checks; <see cref="Verify"/> reads the events too.</summary>
    /// <exception cref="JournalCorruptException">A header is damaged.</exception>
    public static TapeDescription Describe(string path)
    {
        using var blocks = new TapeBlockReader(path);
        Instant? first = null;
        Instant? last = null;
        while (blocks.TrySkip())
        {
            first ??= blocks.Header.FirstTime;
            last = blocks.Header.LastTime;
        }

        return Of(blocks, first, last);
    }

    /// <summary>Reads a whole tape and checks every hash.</summary>
    /// <param name="path">The tape.</param>
    /// <param name="onBlock">Told of each whole block.</param>
    /// <exception cref="JournalCorruptException">It is damaged; the message names block and events.</exception>
    public static TapeDescription Verify(string path, Action<SealedTapeBlock>? onBlock = null)
    {
        using var blocks = new TapeBlockReader(path);
        Instant? first = null;
        Instant? last = null;
        while (blocks.TryRead())
        {
            var header = blocks.Header;
            first ??= header.FirstTime;
            last = header.LastTime;
            onBlock?.Invoke(new(header.Index, header.FirstEvent, header.Count, header.FirstTime, header.LastTime, header.Hash));
        }

        return Of(blocks, first, last);
    }

    private static TapeDescription Of(TapeBlockReader blocks, Instant? first, Instant? last) =>
        new(blocks.Universe, blocks.NextEvent, blocks.NextBlock, first, last, blocks.LastHash, blocks.TornBytes);
}
