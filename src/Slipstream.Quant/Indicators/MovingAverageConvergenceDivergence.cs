namespace Slipstream.Quant.Indicators;

/// <summary>MACD: a fast exponential average minus a slow one, with its own exponential average as signal line; price units.</summary>
/// <remarks>
/// Source: Appel (1979), The Moving Average Convergence-Divergence Method. Averages are seeded as in
/// <see cref="ExponentialMovingAverage"/>.
/// </remarks>
public sealed class MovingAverageConvergenceDivergence : IIndicator
{
    private readonly ExponentialMovingAverage _fast;
    private readonly ExponentialMovingAverage _slow;
    private readonly ExponentialMovingAverage _signal;

    /// <summary>Starts empty.</summary>
    /// <param name="fast">Period of the fast average, at least 1.</param>
    /// <param name="slow">Period of the slow average, above <paramref name="fast"/>.</param>
    /// <param name="signal">
    /// Period of the signal line, at least 1. The warm-up is <paramref name="slow"/> + <paramref name="signal"/> − 1.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A period is below 1, or <paramref name="slow"/> isn't above <paramref name="fast"/>.
    /// </exception>
    public MovingAverageConvergenceDivergence(int fast = 12, int slow = 26, int signal = 9)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(slow, fast);
        _fast = new ExponentialMovingAverage(fast);
        _slow = new ExponentialMovingAverage(slow);
        _signal = new ExponentialMovingAverage(signal);
        Macd = double.NaN;
    }

    /// <summary>The fast average minus the slow one.</summary>
    public double Macd { get; private set; }

    /// <summary>The exponential average of <see cref="Macd"/>.</summary>
    public double Signal => _signal.Value;

    /// <summary><see cref="Macd"/> minus <see cref="Signal"/>.</summary>
    public double Histogram => Macd - Signal;

    /// <summary>The same as <see cref="Macd"/>.</summary>
    public double Value => Macd;

    /// <inheritdoc/>
    public bool IsReady => _signal.IsReady;

    /// <inheritdoc/>
    public int WarmUp => _slow.WarmUp + _signal.WarmUp - 1;

    /// <summary>Takes the next price.</summary>
    /// <param name="price">A finite value.</param>
    public void Update(double price)
    {
        _fast.Update(price);
        _slow.Update(price);
        if (!_slow.IsReady)
        {
            return;
        }

        double macd = _fast.Value - _slow.Value;
        _signal.Update(macd);
        if (IsReady)
        {
            Macd = macd;
        }
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _fast.Reset();
        _slow.Reset();
        _signal.Reset();
        Macd = double.NaN;
    }
}
