namespace Slipstream.Journal;

/// <summary>What is damaged.</summary>
public enum DamageKind
{
    /// <summary>A segment is missing, cut short, or its file header is wrong.</summary>
    Segment = 1,

    /// <summary>A block's header is wrong.</summary>
    BlockHeader = 2,

    /// <summary>A record's checksum, length or sequence is wrong.</summary>
    Record = 3,

    /// <summary>A block's hash, or its link to the block before, is wrong though its records' checksums are right: it was forged.</summary>
    Chain = 4,

    /// <summary>A tape's header, block or hash is wrong.</summary>
    Tape = 5,

    /// <summary>A stored input file's content is not what its hash says.</summary>
    Snapshot = 6,
}
