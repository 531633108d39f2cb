namespace Slipstream.Quant.Indicators;

/// <summary>How many standard deviations the last observation lies above the mean of the last n, itself included.</summary>
/// <remarks>The deviation is that of the population (divisor n). 0 when the window is constant.</remarks>
public sealed class ZScore : IIndicator
{
    private readonly RollingStandardDeviation _deviation;

    /// <summary>Starts empty.</summary>
    /// <param name="period">Length of the window in observations, at least 2; also the warm-up.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 2.</exception>
    public ZScore(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 2);
        _deviation = new RollingStandardDeviation(period, ddof: 0);
        Value = double.NaN;
    }

    /// <summary>The standardised last observation, without unit; never beyond ±√(n−1).</summary>
    public double Value { get; private set; }

    /// <summary>The mean of the window; <see cref="double.NaN"/> until <see cref="IsReady"/>.</summary>
    public double Mean => _deviation.Mean;

    /// <summary>The population standard deviation of the window; <see cref="double.NaN"/> until <see cref="IsReady"/>.</summary>
    public double StandardDeviation => _deviation.Value;

    /// <inheritdoc/>
    public bool IsReady => _deviation.IsReady;

    /// <inheritdoc/>
    public int WarmUp => _deviation.WarmUp;

    /// <summary>Takes the next observation.</summary>
    /// <param name="x">A finite value.</param>
    public void Update(double x)
    {
        _deviation.Update(x);
        if (IsReady)
        {
            Value = _deviation.Value > 0 ? (x - _deviation.Mean) / _deviation.Value : 0;
        }
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _deviation.Reset();
        Value = double.NaN;
    }
}
