using Slipstream.Domain;

namespace Slipstream.Strategies.Trend;

/// <summary>A forecast of one instrument's trend: average size 10, at most ±20.</summary>
internal abstract class TrendForecast
{
    /// <summary>Largest size of a forecast.</summary>
    protected const double Cap = 20;

    /// <summary>The forecast; null until warm.</summary>
    public double? Value { get; protected set; }

    /// <summary>Takes the next close.</summary>
    /// <param name="time">End of the bar.</param>
    /// <param name="close">Close, positive.</param>
    /// <param name="volPrice">Standard deviation of one bar's price change; not a number until known.</param>
    public abstract void Update(Instant time, double close, double volPrice);
}
