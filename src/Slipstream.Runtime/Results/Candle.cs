using Slipstream.Domain;

namespace Slipstream.Runtime.Results;

/// <summary>Prices of an instrument over one stretch of the chart.</summary>
/// <param name="Time">End of the stretch.</param>
/// <param name="Open">First price.</param>
/// <param name="High">Highest price.</param>
/// <param name="Low">Lowest price.</param>
/// <param name="Close">Last price.</param>
public readonly record struct Candle(Instant Time, double Open, double High, double Low, double Close);
