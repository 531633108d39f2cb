namespace Slipstream.Domain;

/// <summary>One trade of the market.</summary>
/// <param name="Time">Venue time.</param>
/// <param name="Price">Price.</param>
/// <param name="Size">Base units.</param>
/// <param name="Aggressor">Side of the taker; null where the venue does not tell.</param>
/// <param name="TradeId">The venue's number; 0 where it has none.</param>
public readonly record struct Trade(Instant Time, Price Price, double Size, Side? Aggressor, long TradeId);
