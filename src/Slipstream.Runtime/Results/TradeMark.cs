using Slipstream.Domain;

namespace Slipstream.Runtime.Results;

/// <summary>One fill on the price chart.</summary>
/// <param name="Time">When.</param>
/// <param name="Side">Which way.</param>
/// <param name="Price">At which price.</param>
/// <param name="Quantity">Base units.</param>
public readonly record struct TradeMark(Instant Time, Side Side, double Price, double Quantity);
