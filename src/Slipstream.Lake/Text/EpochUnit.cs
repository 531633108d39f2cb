namespace Slipstream.Lake.Text;

/// <summary>Tells the unit of a Unix time by its magnitude: each fits the years 1973 to 5138 in one unit only.</summary>
internal static class EpochUnit
{
    /// <summary>Returns nanoseconds of the unit; null where the number is too small to tell.</summary>
    public static long? Of(Int128 value) => (value < 0 ? -value : value) switch
    {
        var v when v < 100_000_000 => null,
        var v when v < 100_000_000_000 => 1_000_000_000,
        var v when v < 100_000_000_000_000 => 1_000_000,
        var v when v < 100_000_000_000_000_000 => 1_000,
        _ => 1,
    };

    /// <summary>Returns nanoseconds of a unit.</summary>
    public static long Nanos(TimeUnit unit) => unit switch
    {
        TimeUnit.Seconds => 1_000_000_000,
        TimeUnit.Milliseconds => 1_000_000,
        TimeUnit.Microseconds => 1_000,
        TimeUnit.Nanoseconds => 1,
    };

    /// <summary>Returns the unit's name.</summary>
    public static string Name(long nanos) => nanos switch
    {
        1_000_000_000 => "seconds",
        1_000_000 => "milliseconds",
        1_000 => "microseconds",
        _ => "nanoseconds",
    };
}
