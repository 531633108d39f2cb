using FsCheck.Fluent;

namespace Slipstream.Domain.Tests.Instruments;

public sealed class SessionHoursTests
{
    [Theory]
    [InlineData("2024-05-01T00:00:00Z", "2024-05-02T00:00:00Z")]
    [InlineData("2024-05-01T23:59:59.999999999Z", "2024-05-02T00:00:00Z")]
    [InlineData("1969-12-31T12:00:00Z", "1970-01-01T00:00:00Z")]
    public void A_market_that_never_rests_ends_its_day_at_midnight(string time, string expected) =>
        Assert.Equal(expected, SessionHours.AlwaysOpen.NextClose(Instant.Parse(time)).ToString());

    [Theory]
    [InlineData("2024-05-02T12:00:00Z", "2024-05-02T21:00:00Z")] // Thursday
    [InlineData("2024-05-03T20:59:59Z", "2024-05-03T21:00:00Z")] // Friday
    [InlineData("2024-05-03T21:00:00Z", "2024-05-06T21:00:00Z")] // Friday's close itself: Monday's
    [InlineData("2024-05-04T12:00:00Z", "2024-05-06T21:00:00Z")] // Saturday
    [InlineData("2024-05-05T23:00:00Z", "2024-05-06T21:00:00Z")] // Sunday
    [InlineData("1969-07-19T12:00:00Z", "1969-07-21T21:00:00Z")] // a Saturday before the epoch
    public void Shares_rest_at_weekends(string time, string expected) =>
        Assert.Equal(expected, SessionHours.UsEquity.NextClose(Instant.Parse(time)).ToString());

    [Fact]
    public void Currencies_end_their_week_on_Friday_at_22_UTC() =>
        Assert.Equal("2024-05-06T22:00:00Z", SessionHours.Fx.NextClose(Instant.Parse("2024-05-03T22:00:00Z")).ToString());

    [Fact]
    public void The_next_close_is_the_first_of_a_list_of_all_closes()
    {
        var times = from second in Gen.Choose(int.MinValue, int.MaxValue)
                    from nanos in Gen.Elements(0L, 1L, 999_999_999L)
                    select Instant.FromUnixSeconds(second) + Duration.FromNanos(nanos);
        var closes = from minute in Gen.Choose(1, 1440)
                     from weekends in Gen.Elements(true, false)
                     select new SessionHours("any", minute, weekends);
        Any.Holds(times, closes, (time, hours) => hours.NextClose(time).ToUtc() == Naive(hours, time.ToUtc()));
        Any.Holds(times, closes, (time, hours) =>
        {
            var close = hours.NextClose(time); // a close itself, and just before it
            return hours.NextClose(close).ToUtc() == Naive(hours, close.ToUtc())
                && hours.NextClose(close - Duration.FromNanos(1)) == close;
        });
    }

    // Every day in turn, weekdays as the framework tells them.
    private static DateTime Naive(SessionHours hours, DateTime time)
    {
        for (var day = time.Date.AddDays(-1); ; day = day.AddDays(1))
        {
            var close = day.AddMinutes(hours.CloseUtcMinute);
            if (close > time && (hours.TradesAtWeekends || day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)))
            {
                return close;
            }
        }
    }
}
