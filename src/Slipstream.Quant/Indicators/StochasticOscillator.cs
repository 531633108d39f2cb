namespace Slipstream.Quant.Indicators;

/// <summary>Lane's stochastic oscillator: where the close lies in the range of the last n bars, from 0 to 100.</summary>
/// <remarks>
/// Raw %K is 100·(close − low)/(high − low) over the window, 50 where the window has no range; %K is its simple average over
/// <c>slowing</c> bars (1: the fast oscillator, 3: the slow one), %D that of %K. Source: Lane (1984), "Lane's Stochastics".
/// </remarks>
public sealed class StochasticOscillator : IIndicator
{
    private readonly DonchianChannel _channel;
    private readonly SimpleMovingAverage _k;
    private readonly SimpleMovingAverage _d;

    /// <summary>Starts empty.</summary>
    /// <param name="period">Length of the window in bars, at least 1.</param>
    /// <param name="slowing">Bars in the average that makes %K, at least 1.</param>
    /// <param name="signal">Bars in the average that makes %D, at least 1. The warm-up is the sum of the three less 2.</param>
    /// <exception cref="ArgumentOutOfRangeException">A period is below 1.</exception>
    public StochasticOscillator(int period = 14, int slowing = 1, int signal = 3)
    {
        _channel = new DonchianChannel(period);
        _k = new SimpleMovingAverage(slowing);
        _d = new SimpleMovingAverage(signal);
        PercentK = double.NaN;
    }

    /// <summary>%K.</summary>
    public double PercentK { get; private set; }

    /// <summary>%D.</summary>
    public double PercentD => _d.Value;

    /// <summary>The same as <see cref="PercentK"/>.</summary>
    public double Value => PercentK;

    /// <inheritdoc/>
    public bool IsReady => _d.IsReady;

    /// <inheritdoc/>
    public int WarmUp => _channel.WarmUp + _k.WarmUp + _d.WarmUp - 2;

    /// <summary>Takes the next bar.</summary>
    /// <param name="high">Highest price.</param>
    /// <param name="low">Lowest price, at most <paramref name="high"/>.</param>
    /// <param name="close">Last price.</param>
    public void Update(double high, double low, double close)
    {
        _channel.Update(high, low);
        if (!_channel.IsReady)
        {
            return;
        }

        double range = _channel.Upper - _channel.Lower;
        _k.Update(range > 0 ? 100.0 * ((close - _channel.Lower) / range) : 50.0);
        if (!_k.IsReady)
        {
            return;
        }

        _d.Update(_k.Value);
        if (IsReady)
        {
            PercentK = _k.Value;
        }
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _channel.Reset();
        _k.Reset();
        _d.Reset();
        PercentK = double.NaN;
    }
}
