namespace Slipstream.Domain;

/// <summary>A length of time in nanoseconds, signed.</summary>
public readonly record struct Duration
{
    /// <summary>Nanoseconds in a second.</summary>
    public const long NanosPerSecond = 1_000_000_000;

    /// <summary>Nanoseconds in a day of 24 hours.</summary>
    public const long NanosPerDay = 86_400 * NanosPerSecond;

    private Duration(long nanos) => Nanos = nanos;

    /// <summary>Nanoseconds.</summary>
    public long Nanos { get; }

    /// <summary>No time.</summary>
    public static Duration Zero => default;

    /// <summary>Seconds, as a double, for measurement.</summary>
    public double TotalSeconds => Nanos / (double)NanosPerSecond;

    /// <summary>Returns that many nanoseconds.</summary>
    public static Duration FromNanos(long nanos) => new(nanos);

    /// <summary>Returns that many milliseconds.</summary>
    public static Duration FromMillis(long millis) => new(checked(millis * 1_000_000));

    /// <summary>Returns that many seconds.</summary>
    public static Duration FromSeconds(long seconds) => new(checked(seconds * NanosPerSecond));

    /// <summary>Returns that many days of 24 hours.</summary>
    public static Duration FromDays(long days) => new(checked(days * NanosPerDay));

    /// <summary>Compares two lengths.</summary>
    public static bool operator <(Duration a, Duration b) => a.Nanos < b.Nanos;

    /// <summary>Compares two lengths.</summary>
    public static bool operator >(Duration a, Duration b) => a.Nanos > b.Nanos;

    /// <summary>Returns days, hours, minutes and seconds with as many decimals as needed: <c>-1.02:03:04.000000005</c>.</summary>
    public override string ToString()
    {
        var (seconds, fraction) = Math.DivRem(Nanos, NanosPerSecond);
        var sign = Nanos < 0 ? "-" : "";
        var text = sign + TimeSpan.FromSeconds(Math.Abs(seconds)).ToString("c");
        return fraction == 0 ? text : $"{text}.{Math.Abs(fraction).ToString("D9").TrimEnd('0')}";
    }
}
