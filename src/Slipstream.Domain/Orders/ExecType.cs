namespace Slipstream.Domain;

/// <summary>What a venue says of an order (FIX tag 150).</summary>
public enum ExecType : byte
{
    /// <summary>Accepted.</summary>
    New = 1,

    /// <summary>Filled in part or whole.</summary>
    Trade = 2,

    /// <summary>Cancelled.</summary>
    Canceled = 3,

    /// <summary>Replaced by new terms.</summary>
    Replaced = 4,

    /// <summary>Refused.</summary>
    Rejected = 5,

    /// <summary>Ended by its time in force.</summary>
    Expired = 6,

    /// <summary>A cancel or replace was refused; the order stands.</summary>
    CancelRejected = 7,

    /// <summary>A stop order's trigger price was reached.</summary>
    Triggered = 8,
}
