using System.Globalization;

namespace Slipstream.Domain;

/// <summary>A point in time: nanoseconds since 1970-01-01T00:00:00Z.</summary>
public readonly record struct Instant : IComparable<Instant>
{
    private Instant(long unixNanos) => UnixNanos = unixNanos;

    /// <summary>Nanoseconds since the Unix epoch.</summary>
    public long UnixNanos { get; }

    /// <summary>Returns the UTC day's number since 1970-01-01; floors before the epoch.</summary>
    public long DayNumber => UnixNanos >= 0 ? UnixNanos / Duration.NanosPerDay : ((UnixNanos + 1) / Duration.NanosPerDay) - 1;

    /// <summary>Returns the instant of that many nanoseconds since the epoch.</summary>
    public static Instant FromUnixNanos(long nanos) => new(nanos);

    /// <summary>Returns the instant of that many milliseconds since the epoch.</summary>
    public static Instant FromUnixMillis(long millis) => new(checked(millis * 1_000_000));

    /// <summary>Returns the instant of that many seconds since the epoch.</summary>
    public static Instant FromUnixSeconds(long seconds) => new(checked(seconds * Duration.NanosPerSecond));

    /// <summary>Returns the instant of a UTC date and time.</summary>
    public static Instant FromUtc(int year, int month, int day, int hour = 0, int minute = 0, int second = 0) =>
        FromUnixSeconds((new DateTime(year, month, day, hour, minute, second, DateTimeKind.Utc) - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerSecond);

    /// <summary>Reads ISO 8601, a date or a date and time, with up to nine decimals; without an offset the time is UTC.</summary>
    /// <exception cref="FormatException">Not such a time, finer than a nanosecond, or outside the years 1678 to 2261.</exception>
    public static Instant Parse(string text)
    {
        if (!IsoTime.TryParse(text, out var nanos))
        {
            throw new FormatException($"'{text}' is not a time such as 2024-05-01 or 2024-05-01T13:30:00.123456789Z.");
        }

        return nanos >= long.MinValue && nanos <= long.MaxValue
            ? new((long)nanos)
            : throw new FormatException($"'{text}' is outside the years that nanoseconds reach: 1678 to 2261.");
    }

    /// <summary>Returns the time between two instants.</summary>
    public static Duration operator -(Instant a, Instant b) => Duration.FromNanos(checked(a.UnixNanos - b.UnixNanos));

    /// <summary>Returns a later instant.</summary>
    public static Instant operator +(Instant t, Duration d) => new(checked(t.UnixNanos + d.Nanos));

    /// <summary>Returns an earlier instant.</summary>
    public static Instant operator -(Instant t, Duration d) => new(checked(t.UnixNanos - d.Nanos));

    /// <summary>Compares two instants.</summary>
    public static bool operator <(Instant a, Instant b) => a.UnixNanos < b.UnixNanos;

    /// <summary>Compares two instants.</summary>
    public static bool operator >(Instant a, Instant b) => a.UnixNanos > b.UnixNanos;

    /// <summary>Compares two instants.</summary>
    public static bool operator <=(Instant a, Instant b) => a.UnixNanos <= b.UnixNanos;

    /// <summary>Compares two instants.</summary>
    public static bool operator >=(Instant a, Instant b) => a.UnixNanos >= b.UnixNanos;

    /// <inheritdoc/>
    public int CompareTo(Instant other) => UnixNanos.CompareTo(other.UnixNanos);

    /// <summary>Returns the UTC date and time; what is finer than 100 ns is cut, towards the past.</summary>
    public DateTime ToUtc() => DateTime.UnixEpoch.AddTicks((UnixNanos / 100) - (UnixNanos % 100 < 0 ? 1 : 0));

    /// <summary>Returns ISO 8601 in UTC with as many decimals as needed: <c>2024-05-01T13:30:00Z</c>.</summary>
    public override string ToString()
    {
        var day = DayNumber;
        var nanos = UnixNanos - (day * Duration.NanosPerDay);
        var (seconds, fraction) = Math.DivRem(nanos, Duration.NanosPerSecond);
        var date = DateTime.UnixEpoch.AddDays(day).AddSeconds(seconds);
        var text = date.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
        return fraction == 0 ? text + "Z" : $"{text}.{fraction.ToString("D9").TrimEnd('0')}Z";
    }
}
