using Slipstream.Domain;
using Slipstream.Quant.Indicators;

namespace Slipstream.Strategies.MarketMaking;

/// <summary>Variance of the middle of the market per second, sampled about once a second so that bid-ask flicker doesn't count.</summary>
internal sealed class MidVolatility(double spanSeconds)
{
    private const int Samples = 30;
    private static readonly Duration SampleStep = Duration.FromSeconds(1);
    private readonly EwmaVolatility _vol = EwmaVolatility.FromSpan(spanSeconds, Samples);
    private Instant? _sampled;
    private double _mid;

    /// <summary>Square basis points per second; not a number until warm.</summary>
    public double Variance => _vol.Value * _vol.Value;

    /// <summary>Takes the middle of the market.</summary>
    public void Update(Instant time, double mid)
    {
        if (_sampled is not { } last)
        {
            (_sampled, _mid) = (time, mid);
            return;
        }

        var elapsed = time - last;
        if (elapsed < SampleStep)
        {
            return;
        }

        _vol.Update(10_000 * Math.Log(mid / _mid) / Math.Sqrt(elapsed.TotalSeconds));
        (_sampled, _mid) = (time, mid);
    }
}
