namespace Slipstream.Domain;

/// <summary>A change of one price level of the book (L2).</summary>
/// <param name="Time">Venue time.</param>
/// <param name="Side">Buy for a bid level, sell for an ask level.</param>
/// <param name="Price">The level.</param>
/// <param name="Size">Base units now at the level; 0 deletes it.</param>
/// <param name="UpdateId">The venue's sequence number.</param>
/// <param name="Flags">Start of a snapshot, end of a message.</param>
public readonly record struct BookChange(Instant Time, Side Side, Price Price, double Size, long UpdateId, MarketEventFlags Flags);
