namespace Slipstream.Quant.Indicators;

/// <summary>A simple moving average and the bands a multiple of the window's standard deviation above and below it; price units.</summary>
/// <remarks>The deviation is that of the population (divisor n). Source: Bollinger (2001), Bollinger on Bollinger Bands.</remarks>
public sealed class BollingerBands : IIndicator
{
    private readonly double _width;
    private readonly RollingStandardDeviation _deviation;

    /// <summary>Starts empty.</summary>
    /// <param name="period">Length of the window in observations, at least 2; also the warm-up.</param>
    /// <param name="width">Distance of a band from the middle, in standard deviations, positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="period"/> is below 2, or <paramref name="width"/> isn't positive and finite.
    /// </exception>
    public BollingerBands(int period = 20, double width = 2.0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 2);
        Require.Positive(width);
        _width = width;
        _deviation = new RollingStandardDeviation(period, ddof: 0);
        Forget();
    }

    /// <summary>The upper band.</summary>
    public double Upper { get; private set; }

    /// <summary>The mean of the window.</summary>
    public double Middle { get; private set; }

    /// <summary>The lower band.</summary>
    public double Lower { get; private set; }

    /// <summary>Where the last observation lies: 0 at the lower band, 1 at the upper; 0.5 when the bands coincide.</summary>
    public double PercentB { get; private set; }

    /// <summary>The distance between the bands as a fraction of <see cref="Middle"/>; 0 when <see cref="Middle"/> is 0.</summary>
    public double Bandwidth { get; private set; }

    /// <summary>The same as <see cref="Middle"/>.</summary>
    public double Value => Middle;

    /// <inheritdoc/>
    public bool IsReady => _deviation.IsReady;

    /// <inheritdoc/>
    public int WarmUp => _deviation.WarmUp;

    /// <summary>Takes the next price.</summary>
    /// <param name="price">A finite value.</param>
    public void Update(double price)
    {
        _deviation.Update(price);
        if (!IsReady)
        {
            return;
        }

        double half = _width * _deviation.Value;
        Middle = _deviation.Mean;
        Upper = Middle + half;
        Lower = Middle - half;
        double range = Upper - Lower;
        PercentB = range > 0 ? (price - Lower) / range : 0.5;
        Bandwidth = Middle != 0 ? range / Middle : 0;
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _deviation.Reset();
        Forget();
    }

    private void Forget() => Upper = Middle = Lower = PercentB = Bandwidth = double.NaN;
}
