namespace Slipstream.Quant.Indicators;

/// <summary>Hull's low-lag average: WMA(√n) of 2·WMA(n/2) − WMA(n), in the observations' unit.</summary>
/// <remarks>n/2 and √n are rounded down. Source: Hull (2005), "How to reduce lag in a moving average".</remarks>
public sealed class HullMovingAverage : IIndicator
{
    private readonly WeightedMovingAverage _half;
    private readonly WeightedMovingAverage _full;
    private readonly WeightedMovingAverage _smoothed;

    /// <summary>Starts empty.</summary>
    /// <param name="period">n, at least 2. The warm-up is n + ⌊√n⌋ − 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 2.</exception>
    public HullMovingAverage(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 2);
        int root = (int)Math.Sqrt(period);
        _half = new WeightedMovingAverage(period / 2);
        _full = new WeightedMovingAverage(period);
        _smoothed = new WeightedMovingAverage(root);
        WarmUp = period + root - 1;
    }

    /// <inheritdoc/>
    public double Value => _smoothed.Value;

    /// <inheritdoc/>
    public bool IsReady => _smoothed.IsReady;

    /// <inheritdoc/>
    public int WarmUp { get; }

    /// <summary>Takes the next observation.</summary>
    /// <param name="x">A finite value.</param>
    public void Update(double x)
    {
        _half.Update(x);
        _full.Update(x);
        if (_full.IsReady)
        {
            _smoothed.Update(2.0 * _half.Value - _full.Value);
        }
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _half.Reset();
        _full.Reset();
        _smoothed.Reset();
    }
}
