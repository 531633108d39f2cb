namespace Slipstream.Quant.Indicators;

/// <summary>Mean and standard deviation of the last n observations, in their unit.</summary>
/// <remarks>Windows are joined by the formula of Chan, Golub and LeVeque (1983), which a large offset doesn't hurt.</remarks>
public sealed class RollingStandardDeviation : IIndicator
{
    private readonly int _period;
    private readonly int _divisor;
    private RollingMoments _moments;
    private int _count;

    /// <summary>Starts empty.</summary>
    /// <param name="period">Length of the window in observations, above <paramref name="ddof"/>; also the warm-up.</param>
    /// <param name="ddof">Degrees of freedom taken off the divisor: 1 for a sample, 0 for a population.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="ddof"/> is neither 0 nor 1, or <paramref name="period"/> isn't above it.
    /// </exception>
    public RollingStandardDeviation(int period, int ddof = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(ddof);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ddof, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(period, ddof);
        _period = period;
        _divisor = period - ddof;
        _moments = new RollingMoments(period);
        Value = double.NaN;
        Mean = double.NaN;
    }

    /// <summary>The standard deviation of the window.</summary>
    public double Value { get; private set; }

    /// <summary>The mean of the window; <see cref="double.NaN"/> until <see cref="IsReady"/>.</summary>
    public double Mean { get; private set; }

    /// <inheritdoc/>
    public bool IsReady => _count == _period;

    /// <inheritdoc/>
    public int WarmUp => _period;

    /// <summary>Takes the next observation.</summary>
    /// <param name="x">A finite value.</param>
    public void Update(double x)
    {
        _moments.Add(x);
        if (_count < _period && ++_count < _period)
        {
            return;
        }

        Mean = _moments.Mean;
        Value = Math.Sqrt(_moments.SumOfSquares / _divisor);
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _moments.Reset();
        _count = 0;
        Value = double.NaN;
        Mean = double.NaN;
    }
}
