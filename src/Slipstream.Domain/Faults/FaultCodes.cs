namespace Slipstream.Domain;

/// <summary>The text form of fault codes, as logs, reports and APIs show them.</summary>
public static class FaultCodes
{
    /// <summary>Returns the code's text, such as <c>RISK_BLOCKED</c>.</summary>
    public static string Text(this FaultCode code) => code switch
    {
        FaultCode.MarketDataStale => "MARKET_DATA_STALE",
        FaultCode.WsStale => "WS_STALE",
        FaultCode.InsufficientBalance => "INSUFFICIENT_BALANCE",
        FaultCode.OrderRejected => "ORDER_REJECTED",
        FaultCode.RateLimited => "RATE_LIMITED",
        FaultCode.OrderRateLimitBreach => "ORDER_RATE_LIMIT_BREACH",
        FaultCode.VenueUnavailable => "VENUE_UNAVAILABLE",
        FaultCode.InvalidOrder => "INVALID_ORDER",
        FaultCode.RiskBlocked => "RISK_BLOCKED",
        FaultCode.FillSeqGap => "FILL_SEQ_GAP",
        FaultCode.PositionMismatch => "POSITION_MISMATCH",
        FaultCode.FlipflopDetected => "FLIPFLOP_DETECTED",
        FaultCode.SafeMode => "SAFE_MODE",
    };
}
