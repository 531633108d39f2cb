using Slipstream.Domain;

namespace Slipstream.Journal;

/// <summary>Reads a tape's events in order; every block is checked against its hash before its first event is given. A torn tail ends the tape.</summary>
public sealed class TapeReader : IMarketEventReader
{
    private readonly TapeBlockReader _blocks;
    private int _given;

    private TapeReader(TapeBlockReader blocks) => _blocks = blocks;

    /// <inheritdoc/>
    public Universe Universe => _blocks.Universe;

    /// <summary>After the end: bytes behind the last whole block.</summary>
    public long TornBytes => _blocks.TornBytes;

    /// <summary>The tape's identity once it is read to its end: hash of the last block read.</summary>
    public ContentHash DatasetHash => _blocks.LastHash;

    /// <summary>Opens a tape at its first event.</summary>
    /// <exception cref="JournalException">It can't be opened.</exception>
    /// <exception cref="JournalCorruptException">Its header is damaged, or the file is no tape.</exception>
    public static TapeReader Open(string path) => new(new(path));

    /// <inheritdoc/>
    /// <exception cref="JournalCorruptException">A block is damaged; the message names it and its events.</exception>
    public int Read(Span<MarketEvent> destination)
    {
        var written = 0;
        while (written < destination.Length)
        {
            var left = Left();
            if (left.IsEmpty)
            {
                break;
            }

            var part = left[..Math.Min(left.Length, destination.Length - written)];
            part.CopyTo(destination[written..]);
            written += part.Length;
            _given += part.Length;
        }

        return written;
    }

    /// <summary>Returns the rest of the block in hand, or the next block, without copying; empty at the end. Valid until the next read.</summary>
    /// <exception cref="JournalCorruptException">A block is damaged; the message names it and its events.</exception>
    public ReadOnlySpan<MarketEvent> ReadBlock()
    {
        var left = Left();
        _given += left.Length;
        return left;
    }

    /// <inheritdoc/>
    public void Dispose() => _blocks.Dispose();

    private ReadOnlySpan<MarketEvent> Left()
    {
        if (_given == _blocks.Header.Count)
        {
            if (!_blocks.TryRead())
            {
                return [];
            }

            _given = 0;
        }

        return _blocks.Events[_given..];
    }
}
