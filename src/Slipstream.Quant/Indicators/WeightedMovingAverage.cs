namespace Slipstream.Quant.Indicators;

/// <summary>The mean of the last n observations with linear weights, 1 for the oldest and n for the newest, in their unit.</summary>
/// <remarks>The weighted sum is kept like <see cref="RollingSum"/>'s, by blocks and without subtraction, in O(1) amortised time.</remarks>
public sealed class WeightedMovingAverage : IIndicator
{
    private readonly int _period;
    private readonly double _totalWeight;

    // Left of _next: the current block's values. From _next on: weighted sums of the previous block from there to its end.
    private readonly double[] _slots;
    private int _next;
    private int _count;
    private double _currentSum;
    private double _currentWeighted;

    /// <summary>Starts empty.</summary>
    /// <param name="period">Length of the window in observations, at least 1; also the warm-up.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 1.</exception>
    public WeightedMovingAverage(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        _period = period;
        _totalWeight = period * (period + 1.0) / 2.0;
        _slots = new double[period];
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
    public void Update(double x)
    {
        _slots[_next++] = x;
        _currentSum += x;
        _currentWeighted += _next * x;
        if (_count < _period)
        {
            _count++;
        }

        if (_next == _period)
        {
            Value = _currentWeighted / _totalWeight;
            CloseBlock();
        }
        else if (IsReady)
        {
            // The current block's weights begin after those of the values that remain of the previous one.
            int remaining = _period - _next;
            Value = (_slots[_next] + (_currentWeighted + remaining * _currentSum)) / _totalWeight;
        }
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _next = 0;
        _count = 0;
        _currentSum = 0;
        _currentWeighted = 0;
        Value = double.NaN;
    }

    private void CloseBlock()
    {
        double sum = 0;
        double weighted = 0;
        for (int i = _period - 1; i >= 0; i--)
        {
            // One more value in front raises every later weight by one.
            weighted += sum + _slots[i];
            sum += _slots[i];
            _slots[i] = weighted;
        }

        _next = 0;
        _currentSum = 0;
        _currentWeighted = 0;
    }
}
