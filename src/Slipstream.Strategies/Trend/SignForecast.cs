using Slipstream.Domain;

namespace Slipstream.Strategies.Trend;

/// <summary>+10 or -10 by the sign of the return over some days.</summary>
/// <remarks>It keeps the last close of each UTC day, so its memory and its lookback don't depend on the bars' length.</remarks>
internal sealed class SignForecast(int lookbackDays) : TrendForecast
{
    private const double Size = 10;
    private readonly double[] _closes = new double[lookbackDays + 1];
    private long _firstDay = long.MaxValue;
    private long _lastDay;
    private double _lastClose;

    /// <inheritdoc/>
    public override void Update(Instant time, double close, double volPrice)
    {
        // A bar that ends at midnight belongs to the day it ends.
        var day = (time - Duration.FromNanos(1)).DayNumber;
        if (_firstDay == long.MaxValue)
        {
            _firstDay = _lastDay = day;
        }

        // Days without bars keep the close before them.
        for (var gap = Math.Max(_lastDay + 1, day - _closes.Length + 1); gap < day; gap++)
        {
            _closes[Slot(gap)] = _lastClose;
        }

        _closes[Slot(day)] = close;
        _lastDay = day;
        _lastClose = close;
        Value = day - _firstDay >= lookbackDays ? Size * Math.Sign(close - _closes[Slot(day - lookbackDays)]) : null;
    }

    private int Slot(long day) => (int)(((day % _closes.Length) + _closes.Length) % _closes.Length);
}
