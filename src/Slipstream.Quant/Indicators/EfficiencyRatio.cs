namespace Slipstream.Quant.Indicators;

/// <summary>Kaufman's efficiency ratio: net move over path length of the last n changes, from 0 (noise) to 1 (a straight line).</summary>
/// <remarks>0 when the price hasn't moved. Source: Kaufman (1995), Smarter Trading.</remarks>
public sealed class EfficiencyRatio : IIndicator
{
    private readonly int _period;
    private DelayLine _past;
    private RollingSum _path;
    private double _previous;
    private int _count;

    /// <summary>Starts empty.</summary>
    /// <param name="period">Number of changes, at least 1; Kaufman's is 10. The warm-up is one more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 1.</exception>
    public EfficiencyRatio(int period = 10)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        _period = period;
        _past = new DelayLine(period);
        _path = new RollingSum(period);
        Value = double.NaN;
    }

    /// <inheritdoc/>
    public double Value { get; private set; }

    /// <inheritdoc/>
    public bool IsReady => _count > _period;

    /// <inheritdoc/>
    public int WarmUp => _period + 1;

    /// <summary>Takes the next price.</summary>
    /// <param name="price">A finite value.</param>
    public void Update(double price)
    {
        double past = _past.Push(price);
        if (_count > 0)
        {
            _path.Add(Math.Abs(price - _previous));
        }

        _previous = price;
        if (_count <= _period && ++_count <= _period)
        {
            return;
        }

        // The path can round to a hair less than the net move.
        Value = _path.Total > 0 ? Math.Min(Math.Abs(price - past) / _path.Total, 1.0) : 0;
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _past.Reset();
        _path.Reset();
        _count = 0;
        Value = double.NaN;
    }
}
