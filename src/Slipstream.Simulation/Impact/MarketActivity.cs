namespace Slipstream.Simulation;

/// <summary>Streaming estimates of an instrument's daily variance and volume, from its past events only.</summary>
/// <remarks>
/// Sums of squared returns (at most one a minute, so that the bounce between bid and ask does not count) and of volume are kept per UTC day
/// and decay by <see cref="DecayPerDay"/> for each day that had events: a half-life of 20 days. Only exact operations, no logarithm or power,
/// so that every machine gets the same bits.
/// </remarks>
public record struct MarketActivity
{
    /// <summary>Weight of a day against the day after it.</summary>
    public const double DecayPerDay = 0.966;

    private const long SampleNanos = 60 * Duration.NanosPerSecond;

    private double _variance;
    private double _volume;
    private double _days;
    private double _lastPrice;
    private long _lastSample;
    private long _day;

    /// <summary>Variance of one-day returns; 0 before the second sample.</summary>
    public readonly double VarianceDaily => _days > 0 ? _variance / _days : 0;

    /// <summary>Base units a day; 0 where no volume was seen.</summary>
    public readonly double VolumeDaily => _days > 0 ? _volume / _days : 0;

    /// <summary>Takes in an event.</summary>
    /// <param name="time">Its time; never before the last.</param>
    /// <param name="price">Price; positive, else it is left out.</param>
    /// <param name="volume">Base units traded; 0 for none.</param>
    public void Add(Instant time, double price, double volume)
    {
        // A bar that ends at midnight belongs to the day that ends there.
        var day = (time - Duration.FromNanos(1)).DayNumber;
        if (day != _day || _days == 0)
        {
            _variance *= DecayPerDay;
            _volume *= DecayPerDay;
            _days = (_days * DecayPerDay) + 1;
            _day = day;
        }

        _volume += volume > 0 ? volume : 0;
        if (price <= 0 || (_lastPrice > 0 && time.UnixNanos - _lastSample < SampleNanos))
        {
            return;
        }

        if (_lastPrice > 0)
        {
            var move = (price / _lastPrice) - 1;
            _variance += move * move;
        }

        _lastPrice = price;
        _lastSample = time.UnixNanos;
    }
}
