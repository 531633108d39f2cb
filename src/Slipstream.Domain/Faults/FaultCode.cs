namespace Slipstream.Domain;

/// <summary>The stable codes of everything that can be refused or go wrong. Their text form is <see cref="FaultCodes.Text"/>.</summary>
public enum FaultCode : ushort
{
    /// <summary>The market's data is older than allowed.</summary>
    MarketDataStale = 1,

    /// <summary>The private stream is silent or disconnected.</summary>
    WsStale = 2,

    /// <summary>Cash or margin does not suffice.</summary>
    InsufficientBalance = 3,

    /// <summary>The venue refused the order.</summary>
    OrderRejected = 4,

    /// <summary>The venue's request budget is used up.</summary>
    RateLimited = 5,

    /// <summary>The own order rate limit was broken.</summary>
    OrderRateLimitBreach = 6,

    /// <summary>The venue does not answer.</summary>
    VenueUnavailable = 7,

    /// <summary>The order makes no sense: size, tick, lot, prices.</summary>
    InvalidOrder = 8,

    /// <summary>A risk limit forbids it.</summary>
    RiskBlocked = 9,

    /// <summary>A fill is missing in the venue's sequence.</summary>
    FillSeqGap = 10,

    /// <summary>Own position and the venue's disagree.</summary>
    PositionMismatch = 11,

    /// <summary>Place and cancel alternate too fast.</summary>
    FlipflopDetected = 12,

    /// <summary>SAFE is on: no new orders.</summary>
    SafeMode = 13,
}
