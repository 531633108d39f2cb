namespace Slipstream.Quant.Indicators;

/// <summary>The volume-weighted average price of the last n trades or bars, in price units.</summary>
/// <remarks>When nothing traded in the window it is the last price.</remarks>
public sealed class RollingVolumeWeightedAveragePrice : IIndicator
{
    private readonly int _period;
    private RollingSum _notional;
    private RollingSum _volume;
    private int _count;

    /// <summary>Starts empty.</summary>
    /// <param name="period">Length of the window in trades or bars, at least 1; also the warm-up.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 1.</exception>
    public RollingVolumeWeightedAveragePrice(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        _period = period;
        _notional = new RollingSum(period);
        _volume = new RollingSum(period);
        Value = double.NaN;
    }

    /// <inheritdoc/>
    public double Value { get; private set; }

    /// <inheritdoc/>
    public bool IsReady => _count == _period;

    /// <inheritdoc/>
    public int WarmUp => _period;

    /// <summary>Takes the next trade or bar.</summary>
    /// <param name="price">Its price; for a bar usually the typical price, (high + low + close)/3.</param>
    /// <param name="volume">Its volume, not negative.</param>
    public void Update(double price, double volume)
    {
        _notional.Add(price * volume);
        _volume.Add(volume);
        if (_count < _period && ++_count < _period)
        {
            return;
        }

        Value = _volume.Total > 0 ? _notional.Total / _volume.Total : price;
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _notional.Reset();
        _volume.Reset();
        _count = 0;
        Value = double.NaN;
    }
}
