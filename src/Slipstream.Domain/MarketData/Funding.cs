namespace Slipstream.Domain;

/// <summary>A funding payment of a perpetual that is due now.</summary>
/// <param name="Time">When it is exchanged.</param>
/// <param name="Rate">Fraction of the position's value that longs pay and shorts receive; negative the other way.</param>
/// <param name="Mark">Mark price that values the position.</param>
public readonly record struct Funding(Instant Time, Rate Rate, Price Mark);
