using Slipstream.Domain;
using Slipstream.Quant.Indicators;

namespace Slipstream.Strategies.Trend;

/// <summary>What time-series momentum knows of one instrument.</summary>
internal sealed class MomentumState(TrendForecast forecast, int volSpan)
{
    private const double DaysPerYear = 365.25;
    private readonly EwmaVolatility _vol = EwmaVolatility.FromSpan(volSpan, volSpan);
    private Instant _first;
    private Instant _last;
    private long _steps = -1;
    private double _lastClose;

    /// <summary>The forecast, average size 10; null until warm.</summary>
    public double? Forecast => forecast.Value;

    /// <summary>Annual standard deviation of log returns; not a number until warm.</summary>
    /// <remarks>
    /// Bars in a year are counted rather than assumed: 525,960 one-minute bars of a coin, about 98,000 of a share, 252 days of a
    /// share come out alike. A share's first minutes look too volatile, until a night has been seen: the positions start small.
    /// </remarks>
    public double VolAnnual => _vol.Value * Math.Sqrt(_steps / Years);

    private double Years => (_last - _first).TotalSeconds / 86_400 / DaysPerYear;

    /// <summary>Takes the next close.</summary>
    public void Update(Instant time, double close)
    {
        if (_steps++ < 0)
        {
            _first = time;
        }
        else
        {
            _vol.Update(Math.Log(close / _lastClose));
        }

        _last = time;
        _lastClose = close;
        forecast.Update(time, close, _vol.Value * close);
    }
}
