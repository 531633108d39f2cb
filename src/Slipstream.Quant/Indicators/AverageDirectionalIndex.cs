namespace Slipstream.Quant.Indicators;

/// <summary>Wilder's ADX, the strength of a trend whichever its direction, with the two directional indicators; all from 0 to 100.</summary>
/// <remarks>
/// Directional movement and true range start with the second bar; each is smoothed by <see cref="WilderMovingAverage"/>,
/// and so is DX = 100·|+DI − −DI|/(+DI + −DI), which is 0 where both are 0.
/// Source: Wilder (1978), New Concepts in Technical Trading Systems.
/// </remarks>
public sealed class AverageDirectionalIndex : IIndicator
{
    private readonly WilderMovingAverage _range;
    private readonly WilderMovingAverage _plus;
    private readonly WilderMovingAverage _minus;
    private readonly WilderMovingAverage _index;
    private double _lastHigh = double.NaN;
    private double _lastLow;
    private double _lastClose;

    /// <summary>Starts empty.</summary>
    /// <param name="period">Number of bars in each average, at least 1; Wilder's is 14. The warm-up is twice that.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 1.</exception>
    public AverageDirectionalIndex(int period = 14)
    {
        _range = new WilderMovingAverage(period);
        _plus = new WilderMovingAverage(period);
        _minus = new WilderMovingAverage(period);
        _index = new WilderMovingAverage(period);
        PlusDi = double.NaN;
        MinusDi = double.NaN;
    }

    /// <summary>+DI: upward movement as a percentage of the true range.</summary>
    public double PlusDi { get; private set; }

    /// <summary>−DI: downward movement as a percentage of the true range.</summary>
    public double MinusDi { get; private set; }

    /// <summary>The ADX.</summary>
    public double Value => _index.Value;

    /// <inheritdoc/>
    public bool IsReady => _index.IsReady;

    /// <inheritdoc/>
    public int WarmUp => 2 * _index.WarmUp;

    /// <summary>Takes the next bar.</summary>
    /// <param name="high">Highest price.</param>
    /// <param name="low">Lowest price, at most <paramref name="high"/>.</param>
    /// <param name="close">Last price.</param>
    public void Update(double high, double low, double close)
    {
        if (!double.IsNaN(_lastHigh))
        {
            Accumulate(high, low);
        }

        _lastHigh = high;
        _lastLow = low;
        _lastClose = close;
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _range.Reset();
        _plus.Reset();
        _minus.Reset();
        _index.Reset();
        _lastHigh = PlusDi = MinusDi = double.NaN;
    }

    private void Accumulate(double high, double low)
    {
        double up = high - _lastHigh;
        double down = _lastLow - low;
        _plus.Update(up > down && up > 0 ? up : 0);
        _minus.Update(down > up && down > 0 ? down : 0);
        _range.Update(AverageTrueRange.TrueRange(high, low, _lastClose));
        if (!_range.IsReady)
        {
            return;
        }

        double plus = _range.Value > 0 ? 100.0 * (_plus.Value / _range.Value) : 0;
        double minus = _range.Value > 0 ? 100.0 * (_minus.Value / _range.Value) : 0;
        double total = plus + minus;
        _index.Update(total > 0 ? 100.0 * (Math.Abs(plus - minus) / total) : 0);
        if (IsReady)
        {
            PlusDi = plus;
            MinusDi = minus;
        }
    }
}
