namespace Slipstream.Domain;

/// <summary>An instrument's order book by price level (L2), kept from a snapshot and the changes after it.</summary>
public sealed class DepthBook
{
    /// <summary>What others would buy.</summary>
    public DepthSide Bids { get; } = new(Side.Buy);

    /// <summary>What others would sell.</summary>
    public DepthSide Asks { get; } = new(Side.Sell);

    /// <summary>The highest bid; null if there is none.</summary>
    public DepthLevel? BestBid => Bids.Best;

    /// <summary>The lowest ask; null if there is none.</summary>
    public DepthLevel? BestAsk => Asks.Best;

    /// <summary>Takes a change into the book.</summary>
    public void Apply(in BookChange change)
    {
        if ((change.Flags & MarketEventFlags.SnapshotStart) != 0)
        {
            Bids.Clear();
            Asks.Clear();
        }

        (change.Side == Side.Buy ? Bids : Asks).Set(change.Price, change.Size);
    }
}
