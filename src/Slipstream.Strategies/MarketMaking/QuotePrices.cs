namespace Slipstream.Strategies.MarketMaking;

/// <summary>Where a market maker with an inventory should quote, in basis points from the middle of the market.</summary>
/// <param name="ReservationBps">Distance of its indifference price from the middle: down when long, up when short.</param>
/// <param name="HalfSpreadBps">Distance of each quote from the indifference price.</param>
/// <remarks>
/// r = s − qγσ²τ and half spread = γσ²τ/2 + ln(1 + γ/k)/γ. Source: Avellaneda and Stoikov (2008), "High-frequency trading in a limit
/// order book", Quantitative Finance 8, 217-224, equations 29 and 30, with a horizon τ that never comes nearer, because
/// markets without a close have no end of day.
/// </remarks>
internal readonly record struct QuotePrices(double ReservationBps, double HalfSpreadBps)
{
    /// <summary>Returns the model's quotes.</summary>
    /// <param name="inventory">Position as a multiple of the size of a quote, signed.</param>
    /// <param name="riskAversion">γ per basis point and quote, positive.</param>
    /// <param name="variance">σ²τ: variance of the middle over the horizon, in square basis points.</param>
    /// <param name="fillDecay">k: how fast the rate of fills falls with distance, per basis point, positive.</param>
    public static QuotePrices Of(double inventory, double riskAversion, double variance, double fillDecay) => new(
        -inventory * riskAversion * variance,
        (riskAversion * variance / 2) + (Math.Log(1 + (riskAversion / fillDecay)) / riskAversion));
}
