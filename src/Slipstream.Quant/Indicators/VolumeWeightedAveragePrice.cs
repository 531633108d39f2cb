namespace Slipstream.Quant.Indicators;

/// <summary>The volume-weighted average price since the start of a session, in price units.</summary>
/// <remarks>While nothing has traded it is the last price. Compensated sums. <see cref="Reset"/> begins a new session.</remarks>
public sealed class VolumeWeightedAveragePrice : IIndicator
{
    private CompensatedSum _notional;
    private CompensatedSum _volume;

    /// <summary>Starts a session.</summary>
    public VolumeWeightedAveragePrice() => Value = double.NaN;

    /// <inheritdoc/>
    public double Value { get; private set; }

    /// <summary>Volume traded in the session.</summary>
    public double Volume => _volume.Total;

    /// <inheritdoc/>
    public bool IsReady { get; private set; }

    /// <summary>1.</summary>
    public int WarmUp => 1;

    /// <summary>Takes the next trade or bar.</summary>
    /// <param name="price">Its price; for a bar usually the typical price, (high + low + close)/3.</param>
    /// <param name="volume">Its volume, not negative.</param>
    public void Update(double price, double volume)
    {
        _notional.Add(price * volume);
        _volume.Add(volume);
        IsReady = true;
        double total = _volume.Total;
        Value = total > 0 ? _notional.Total / total : price;
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _notional = default;
        _volume = default;
        IsReady = false;
        Value = double.NaN;
    }
}
