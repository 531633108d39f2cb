namespace Slipstream.Domain;

/// <summary>How long an order lives (FIX tag 59).</summary>
public enum TimeInForce : byte
{
    /// <summary>Until cancelled.</summary>
    Gtc = 1,

    /// <summary>What fills at once, then cancelled.</summary>
    Ioc = 2,

    /// <summary>All at once or nothing.</summary>
    Fok = 3,

    /// <summary>Until the session's end.</summary>
    Day = 4,
}
