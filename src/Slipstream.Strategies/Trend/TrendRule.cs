namespace Slipstream.Strategies.Trend;

/// <summary>How time-series momentum tells a trend.</summary>
public enum TrendRule
{
    /// <summary>Distance of fast and slow exponential averages in units of volatility, at several speeds (Carver).</summary>
    Ewmac = 1,

    /// <summary>Sign of the return over the past year or so (Moskowitz, Ooi and Pedersen).</summary>
    Sign = 2,
}
