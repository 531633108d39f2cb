namespace Slipstream.Domain;

/// <summary>How much of a position's notional must be held as collateral.</summary>
/// <param name="Initial">Fraction of notional to open: 0.1 allows ten times leverage.</param>
/// <param name="Maintenance">Fraction of notional below which the venue liquidates.</param>
public sealed record MarginTerms(Rate Initial, Rate Maintenance);
