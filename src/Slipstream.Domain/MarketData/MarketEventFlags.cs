namespace Slipstream.Domain;

/// <summary>Details of a market event.</summary>
[Flags]
public enum MarketEventFlags : byte
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Trade: the aggressor bought. Book change: the level is a bid.</summary>
    BuySide = 1,

    /// <summary>Trade: the aggressor sold. Book change: the level is an ask.</summary>
    SellSide = 2,

    /// <summary>Book change: a snapshot begins here; levels known before are gone.</summary>
    SnapshotStart = 4,

    /// <summary>Book change: the last of its message; the book is whole again after it.</summary>
    EndOfMessage = 8,
}
