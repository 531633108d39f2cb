namespace Slipstream.Domain;

/// <summary>Where an order stands in its life (FIX tag 39).</summary>
public enum OrdStatus : byte
{
    /// <summary>Approved and on its way; the venue has not answered.</summary>
    PendingNew = 1,

    /// <summary>Accepted by the venue; nothing filled.</summary>
    New = 2,

    /// <summary>Part filled.</summary>
    PartiallyFilled = 3,

    /// <summary>All filled. Final.</summary>
    Filled = 4,

    /// <summary>A cancel is on its way.</summary>
    PendingCancel = 5,

    /// <summary>A replace is on its way.</summary>
    PendingReplace = 6,

    /// <summary>Cancelled. Final; a late fill still counts.</summary>
    Canceled = 7,

    /// <summary>Refused by the venue. Final.</summary>
    Rejected = 8,

    /// <summary>Ended by its time in force. Final; a late fill still counts.</summary>
    Expired = 9,
}
