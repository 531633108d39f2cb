namespace Slipstream.Domain;

/// <summary>An instrument's market as last seen.</summary>
/// <param name="Time">When it last changed; null before the first event.</param>
/// <param name="Last">Last price: close, trade, or middle of bid and ask.</param>
/// <param name="Bid">Best bid; null where only bars or trades are known.</param>
/// <param name="Ask">Best ask; null where only bars or trades are known.</param>
/// <param name="BidSize">Base units at the bid.</param>
/// <param name="AskSize">Base units at the ask.</param>
public readonly record struct MarketView(Instant? Time, Price? Last, Price? Bid, Price? Ask, double BidSize, double AskSize)
{
    /// <summary>Middle of bid and ask; the last price where there is no quote.</summary>
    public Price? Mid => Bid is { } bid && Ask is { } ask ? Price.FromRaw(Grid.Middle(bid.Raw, ask.Raw)) : Last;
}
