namespace Slipstream.Domain;

/// <summary>Best bid and ask (L1).</summary>
/// <param name="Time">Venue time.</param>
/// <param name="Bid">Highest price at which somebody buys.</param>
/// <param name="Ask">Lowest price at which somebody sells.</param>
/// <param name="BidSize">Base units at the bid.</param>
/// <param name="AskSize">Base units at the ask.</param>
public readonly record struct Quote(Instant Time, Price Bid, Price Ask, double BidSize, double AskSize);
