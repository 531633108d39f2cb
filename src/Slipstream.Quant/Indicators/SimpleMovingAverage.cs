using System.Runtime.CompilerServices;

namespace Slipstream.Quant.Indicators;

/// <summary>The arithmetic mean of the last n observations, in their unit.</summary>
public sealed class SimpleMovingAverage : IIndicator
{
    private readonly int _period;
    private readonly double _divisor;
    private RollingSum _sum;
    private int _count;

    /// <summary>Starts empty.</summary>
    /// <param name="period">Length of the window in observations, at least 1; also the warm-up.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 1.</exception>
    public SimpleMovingAverage(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        _period = period;
        _divisor = period;
        _sum = new RollingSum(period);
        Value = double.NaN;
    }

    /// <inheritdoc/>
    public double Value { get; private set; }

    /// <inheritdoc/>
    public bool IsReady => _count == _period;

    /// <inheritdoc/>
    public int WarmUp => _period;

    /// <summary>Takes the next observation.</summary>
    /// <param name="x">A finite value.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Update(double x)
    {
        _sum.Add(x);
        if (_count < _period && ++_count < _period)
        {
            return;
        }

        Value = _sum.Total / _divisor;
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _sum.Reset();
        _count = 0;
        Value = double.NaN;
    }
}
