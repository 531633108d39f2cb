namespace Slipstream.Journal;

/// <summary>Why a venue's word changed nothing.</summary>
public enum IgnoreReason : byte
{
    /// <summary>It was delivered before.</summary>
    Duplicate = 1,

    /// <summary>The order's life was over and the word does not count any more.</summary>
    Late = 2,

    /// <summary>The order is not known to this run.</summary>
    UnknownOrder = 3,

    /// <summary>It does not fit the order's state.</summary>
    OutOfOrder = 4,
}
