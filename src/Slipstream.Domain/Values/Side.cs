namespace Slipstream.Domain;

/// <summary>Which way an order or a trade goes.</summary>
public enum Side : byte
{
    /// <summary>Adds to the position.</summary>
    Buy = 1,

    /// <summary>Takes from the position.</summary>
    Sell = 2,
}
