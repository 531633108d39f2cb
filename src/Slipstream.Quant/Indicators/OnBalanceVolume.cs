namespace Slipstream.Quant.Indicators;

/// <summary>Granville's on-balance volume: the volume of rising bars less that of falling ones since the start, in units of volume.</summary>
/// <remarks>
/// Starts at 0 with the first bar; an unchanged close adds nothing. Compensated sum. Source: Granville (1963), Granville's New
/// Key to Stock Market Profits.
/// </remarks>
public sealed class OnBalanceVolume : IIndicator
{
    private CompensatedSum _sum;
    private double _lastClose = double.NaN;

    /// <inheritdoc/>
    public double Value => IsReady ? _sum.Total : double.NaN;

    /// <inheritdoc/>
    public bool IsReady { get; private set; }

    /// <summary>1.</summary>
    public int WarmUp => 1;

    /// <summary>Takes the next bar.</summary>
    /// <param name="close">Last price.</param>
    /// <param name="volume">Volume traded, not negative.</param>
    public void Update(double close, double volume)
    {
        if (close > _lastClose)
        {
            _sum.Add(volume);
        }
        else if (close < _lastClose)
        {
            _sum.Add(-volume);
        }

        _lastClose = close;
        IsReady = true;
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _sum = default;
        _lastClose = double.NaN;
        IsReady = false;
    }
}
