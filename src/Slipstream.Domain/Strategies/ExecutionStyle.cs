namespace Slipstream.Domain;

/// <summary>How a strategy means to trade; its fills are judged against it.</summary>
public enum ExecutionStyle : byte
{
    /// <summary>Takes liquidity.</summary>
    Taker = 1,

    /// <summary>Makes liquidity.</summary>
    Maker = 2,

    /// <summary>Both.</summary>
    Mixed = 3,
}
