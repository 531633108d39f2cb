namespace Slipstream.Domain;

/// <summary>When a market's day ends, for orders that live for the day. The lake brings whole calendars; this is the least that DAY orders need.</summary>
/// <param name="Name">Name of the calendar, such as <c>24x7</c> or <c>us-equity</c>.</param>
/// <param name="CloseUtcMinute">Minute of the UTC day at which the day ends, 1 to 1440.</param>
/// <param name="TradesAtWeekends">Does it trade on Saturday and Sunday?</param>
public sealed record SessionHours(string Name, int CloseUtcMinute, bool TradesAtWeekends)
{
    /// <summary>Trades always; the day ends at midnight UTC.</summary>
    public static SessionHours AlwaysOpen { get; } = new("24x7", 1440, true);

    /// <summary>Currencies: from Sunday to Friday; the day ends at 22:00 UTC (17:00 New York in winter).</summary>
    public static SessionHours Fx { get; } = new("fx", 22 * 60, false);

    /// <summary>US shares: the day ends at 21:00 UTC (16:00 New York in winter; an hour late in summer, never early).</summary>
    public static SessionHours UsEquity { get; } = new("us-equity", 21 * 60, false);

    /// <summary>Returns the first end of a trading day strictly after <paramref name="time"/>.</summary>
    public Instant NextClose(Instant time)
    {
        var close = Instant.FromUnixNanos(checked((time.DayNumber * Duration.NanosPerDay) + (CloseUtcMinute * 60 * Duration.NanosPerSecond)));
        if (close <= time)
        {
            close += Duration.FromDays(1);
        }

        while (!TradesAtWeekends && IsWeekend(close - Duration.FromNanos(1)))
        {
            close += Duration.FromDays(1);
        }

        return close;
    }

    // Day 0 of the epoch was a Thursday.
    private static bool IsWeekend(Instant time) => ((time.DayNumber % 7) + 11) % 7 is 6 or 0;
}
