namespace Slipstream.Quant.Indicators;

/// <summary>Wilder's average of the true range of bars, in price units.</summary>
/// <remarks>
/// The true range is the larger of high and last close minus the smaller of low and last close; that of the first bar is
/// high − low. Source: Wilder (1978), New Concepts in Technical Trading Systems.
/// </remarks>
public sealed class AverageTrueRange : IIndicator
{
    private readonly WilderMovingAverage _average;
    private double _lastClose = double.NaN;

    /// <summary>Starts empty.</summary>
    /// <param name="period">Number of bars in the average, at least 1; Wilder's is 14. Also the warm-up.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 1.</exception>
    public AverageTrueRange(int period = 14) => _average = new WilderMovingAverage(period);

    /// <inheritdoc/>
    public double Value => _average.Value;

    /// <inheritdoc/>
    public bool IsReady => _average.IsReady;

    /// <inheritdoc/>
    public int WarmUp => _average.WarmUp;

    /// <summary>Takes the next bar.</summary>
    /// <param name="high">Highest price.</param>
    /// <param name="low">Lowest price, at most <paramref name="high"/>.</param>
    /// <param name="close">Last price.</param>
    public void Update(double high, double low, double close)
    {
        _average.Update(TrueRange(high, low, _lastClose));
        _lastClose = close;
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _average.Reset();
        _lastClose = double.NaN;
    }

    internal static double TrueRange(double high, double low, double lastClose) =>
        double.IsNaN(lastClose) ? high - low : Math.Max(high, lastClose) - Math.Min(low, lastClose);
}
