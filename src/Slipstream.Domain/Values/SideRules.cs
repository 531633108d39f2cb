namespace Slipstream.Domain;

/// <summary>What follows from a side.</summary>
public static class SideRules
{
    /// <summary>Returns the other side.</summary>
    public static Side Opposite(this Side side) => side == Side.Buy ? Side.Sell : Side.Buy;

    /// <summary>Returns +1 for a buy and -1 for a sell.</summary>
    public static int Sign(this Side side) => side == Side.Buy ? 1 : -1;
}
