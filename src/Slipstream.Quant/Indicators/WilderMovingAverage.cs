using System.Runtime.CompilerServices;

namespace Slipstream.Quant.Indicators;

/// <summary>Wilder's smoothing: an exponentially weighted mean with factor 1/n, in the observations' unit.</summary>
/// <remarks>
/// The first value is the mean of the first n observations; afterwards <c>value += (x - value) / n</c>.
/// Source: Wilder (1978), New Concepts in Technical Trading Systems.
/// </remarks>
public sealed class WilderMovingAverage : IIndicator
{
    private readonly int _period;
    private double _value = double.NaN;
    private double _seedSum;
    private int _count;

    /// <summary>Starts empty.</summary>
    /// <param name="period">n of the smoothing factor 1/n, at least 1; also the warm-up.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 1.</exception>
    public WilderMovingAverage(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        _period = period;
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
            _value += (x - _value) / _period;
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
