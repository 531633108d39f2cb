namespace Slipstream.Domain;

/// <summary>Whether a fill added or took liquidity (FIX tag 851).</summary>
public enum Liquidity : byte
{
    /// <summary>The order rested.</summary>
    Maker = 1,

    /// <summary>The order was marketable: the aggressor.</summary>
    Taker = 2,
}
