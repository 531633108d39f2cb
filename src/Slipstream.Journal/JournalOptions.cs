namespace Slipstream.Journal;

/// <summary>How a journal is written.</summary>
public sealed record JournalOptions
{
    /// <summary>What a commit waits for; LIVE uses <see cref="Durability.Fsync"/>.</summary>
    public Durability Durability { get; init; } = Durability.Buffered;

    /// <summary>Bytes after which the next block goes into a new segment.</summary>
    public long SegmentBytes { get; init; } = 256L << 20;

    /// <summary>Bytes of a block's payload; a larger record gets a block of its own.</summary>
    public int BlockBytes { get; init; } = 64 << 10;

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(SegmentBytes, 1024, nameof(SegmentBytes));
        ArgumentOutOfRangeException.ThrowIfLessThan(BlockBytes, 256, nameof(BlockBytes));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(BlockBytes, 64 << 20, nameof(BlockBytes));
    }
}
