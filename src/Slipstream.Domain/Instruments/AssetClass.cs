namespace Slipstream.Domain;

/// <summary>What kind of thing is traded.</summary>
public enum AssetClass : byte
{
    /// <summary>A coin against a currency or another coin, delivered at once.</summary>
    Crypto = 1,

    /// <summary>A perpetual contract on a coin, with funding and margin.</summary>
    CryptoPerpetual = 2,

    /// <summary>A currency pair.</summary>
    Fx = 3,

    /// <summary>A share or a fund.</summary>
    Equity = 4,

    /// <summary>A dated futures contract, with margin.</summary>
    Future = 5,
}
