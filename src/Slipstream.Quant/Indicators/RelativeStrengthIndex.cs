namespace Slipstream.Quant.Indicators;

/// <summary>Wilder's relative strength index, from 0 to 100: the share of gains in the smoothed price changes.</summary>
/// <remarks>
/// 100·G/(G+L), with G and L Wilder's averages of gains and losses. 50 where there was neither gain nor loss.
/// Source: Wilder (1978), New Concepts in Technical Trading Systems.
/// </remarks>
public sealed class RelativeStrengthIndex : IIndicator
{
    private readonly WilderMovingAverage _gains;
    private readonly WilderMovingAverage _losses;
    private double _previous = double.NaN;

    /// <summary>Starts empty.</summary>
    /// <param name="period">Number of price changes in the averages, at least 1; Wilder's is 14. The warm-up is one more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 1.</exception>
    public RelativeStrengthIndex(int period = 14)
    {
        _gains = new WilderMovingAverage(period);
        _losses = new WilderMovingAverage(period);
        Value = double.NaN;
    }

    /// <inheritdoc/>
    public double Value { get; private set; }

    /// <inheritdoc/>
    public bool IsReady => _gains.IsReady;

    /// <inheritdoc/>
    public int WarmUp => _gains.WarmUp + 1;

    /// <summary>Takes the next price.</summary>
    /// <param name="price">A finite value, usually a close.</param>
    public void Update(double price)
    {
        double change = price - _previous;
        _previous = price;
        if (double.IsNaN(change))
        {
            return;
        }

        _gains.Update(Math.Max(change, 0));
        _losses.Update(Math.Max(-change, 0));
        if (IsReady)
        {
            double total = _gains.Value + _losses.Value;
            Value = total > 0 ? 100.0 * (_gains.Value / total) : 50.0;
        }
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _gains.Reset();
        _losses.Reset();
        _previous = double.NaN;
        Value = double.NaN;
    }
}
