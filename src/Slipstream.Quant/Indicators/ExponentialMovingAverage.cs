using System.Runtime.CompilerServices;

namespace Slipstream.Quant.Indicators;

/// <summary>The exponentially weighted mean with smoothing factor 2/(n+1), in the observations' unit.</summary>
/// <remarks>
/// The first value is the mean of the first n observations, summed in order; afterwards
/// <c>value += 2/(n+1) * (x - value)</c>, in this order of operations, so that any other implementation can reproduce it bit for bit.
/// </remarks>
public sealed class ExponentialMovingAverage : IIndicator
{
    private readonly int _period;
    private readonly double _alpha;
    private double _value = double.NaN;
    private double _seedSum;
    private int _count;

    /// <summary>Starts empty.</summary>
    /// <param name="period">n of the smoothing factor 2/(n+1), at least 1; also the warm-up.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 1.</exception>
    public ExponentialMovingAverage(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        _period = period;
        _alpha = 2.0 / (period + 1.0);
    }

    /// <inheritdoc/>
    public double Value => _value;

    /// <inheritdoc/>
    public bool IsReady => _count == _period;

    /// <inheritdoc/>
    public int WarmUp => _period;

    /// <summary>Takes the next observation.</summary>
    /// <param name="x">A finite value.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Update(double x)
    {
        if (_count == _period)
        {
            _value += _alpha * (x - _value);
            return;
        }

        Seed(x);
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _value = double.NaN;
        _seedSum = 0;
        _count = 0;
    }

    private void Seed(double x)
    {
        _seedSum += x;
        if (++_count == _period)
        {
            _value = _seedSum / _period;
        }
    }
}
