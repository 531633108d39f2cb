namespace Slipstream.Quant.Indicators;

/// <summary>The relative change over n observations, as a fraction: 0.05 is 5%.</summary>
/// <remarks>0 when the earlier observation is 0.</remarks>
public sealed class RateOfChange : IIndicator
{
    private readonly int _period;
    private DelayLine _past;
    private int _count;

    /// <summary>Starts empty.</summary>
    /// <param name="period">Distance in observations, at least 1. The warm-up is one more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 1.</exception>
    public RateOfChange(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        _period = period;
        _past = new DelayLine(period);
        Value = double.NaN;
    }

    /// <inheritdoc/>
    public double Value { get; private set; }

    /// <inheritdoc/>
    public bool IsReady => _count > _period;

    /// <inheritdoc/>
    public int WarmUp => _period + 1;

    /// <summary>Takes the next observation.</summary>
    /// <param name="x">A finite value.</param>
    public void Update(double x)
    {
        double past = _past.Push(x);
        if (_count <= _period && ++_count <= _period)
        {
            return;
        }

        Value = past != 0 ? (x - past) / past : 0;
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _past.Reset();
        _count = 0;
        Value = double.NaN;
    }
}
