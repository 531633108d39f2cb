namespace Slipstream.Domain;

/// <summary>How an order meets the market (FIX tag 40).</summary>
public enum OrderType : byte
{
    /// <summary>At the best price there is.</summary>
    Market = 1,

    /// <summary>At the limit price or better.</summary>
    Limit = 2,

    /// <summary>A market order once the stop price has traded.</summary>
    Stop = 3,

    /// <summary>A limit order once the stop price has traded.</summary>
    StopLimit = 4,

    /// <summary>A market order once the price has come back by the trailing offset from its best.</summary>
    TrailingStop = 5,
}
