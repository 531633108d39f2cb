using System.Globalization;
using System.Numerics;
using FsCheck.Fluent;

namespace Slipstream.Domain.Tests.Values;

public sealed class InstantTests
{
    [Fact]
    public void Every_instant_is_written_and_read_back() =>
        Any.Holds(Any.Long, nanos => Instant.Parse(Instant.FromUnixNanos(nanos).ToString()).UnixNanos == nanos);

    [Fact]
    public void The_day_number_is_the_floor_before_the_epoch_too() =>
        Any.Holds(Any.Long, nanos => Instant.FromUnixNanos(nanos).DayNumber == (long)Floor(nanos, Duration.NanosPerDay));

    [Fact]
    public void The_framework_s_time_is_cut_towards_the_past() =>
        Any.Holds(Any.Long, nanos => (Instant.FromUnixNanos(nanos).ToUtc() - DateTime.UnixEpoch).Ticks == (long)Floor(nanos, 100));

    [Fact]
    public void Text_agrees_with_the_framework_where_the_framework_can_tell() =>
        Any.Holds(Any.Long.Select(l => l / 1000 * 1000), nanos =>
            DateTime.Parse(Instant.FromUnixNanos(nanos).ToString(), CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal)
            == DateTime.UnixEpoch.AddTicks(nanos / 100));

    [Fact]
    public void Sums_and_differences_are_exact_or_throw() =>
        Any.Holds(Any.Long, Any.Long, (a, b) =>
            Any.IsChecked((BigInteger)a + b, () => (Instant.FromUnixNanos(a) + Duration.FromNanos(b)).UnixNanos)
            && Any.IsChecked((BigInteger)a - b, () => (Instant.FromUnixNanos(a) - Duration.FromNanos(b)).UnixNanos)
            && Any.IsChecked((BigInteger)a - b, () => (Instant.FromUnixNanos(a) - Instant.FromUnixNanos(b)).Nanos));

    [Fact]
    public void Instants_are_ordered_in_time() =>
        Any.Holds(Any.Long, Any.Long, (x, y) =>
        {
            var (a, b) = (Instant.FromUnixNanos(x), Instant.FromUnixNanos(y));
            return (a < b) == (x < y) && (a > b) == (x > y) && (a <= b) == (x <= y) && (a >= b) == (x >= y)
                && Math.Sign(a.CompareTo(b)) == Math.Sign(x.CompareTo(y));
        });

    [Theory]
    [InlineData(0, "1970-01-01T00:00:00Z")]
    [InlineData(1, "1970-01-01T00:00:00.000000001Z")]
    [InlineData(-1, "1969-12-31T23:59:59.999999999Z")]
    [InlineData(-1_000_000_000, "1969-12-31T23:59:59Z")]
    [InlineData(1_714_570_200_000_000_000, "2024-05-01T13:30:00Z")]
    [InlineData(1_714_570_200_120_000_000, "2024-05-01T13:30:00.12Z")]
    [InlineData(1_714_570_200_123_456_789, "2024-05-01T13:30:00.123456789Z")]
    [InlineData(-2_208_988_800_000_000_000, "1900-01-01T00:00:00Z")]
    [InlineData(951_782_400_000_000_000, "2000-02-29T00:00:00Z")]
    [InlineData(long.MaxValue, "2262-04-11T23:47:16.854775807Z")]
    [InlineData(long.MinValue, "1677-09-21T00:12:43.145224192Z")]
    public void Instants_are_written_to_the_nanosecond(long nanos, string expected) =>
        Assert.Equal(expected, Instant.FromUnixNanos(nanos).ToString());

    [Theory]
    [InlineData("2024-05-01", "2024-05-01T00:00:00Z")]
    [InlineData("2024-05-01T13:30", "2024-05-01T13:30:00Z")]
    [InlineData("2024-05-01 13:30:05", "2024-05-01T13:30:05Z")]
    [InlineData(" 2024-05-01T13:30:05z ", "2024-05-01T13:30:05Z")]
    [InlineData("2024-05-01T13:30:05.5+02:00", "2024-05-01T11:30:05.5Z")]
    [InlineData("2024-05-01T13:30:05-0530", "2024-05-01T19:00:05Z")]
    [InlineData("2024-05-01T00:30+01", "2024-04-30T23:30:00Z")]
    [InlineData("2024-05-01T13:30:05.12345678", "2024-05-01T13:30:05.12345678Z")]
    [InlineData("2024-05-01T13:30:05.123456789", "2024-05-01T13:30:05.123456789Z")]
    [InlineData("2024-05-01T13:30:05.123456789000", "2024-05-01T13:30:05.123456789Z")]
    [InlineData("1969-07-20T20:17:40.000000001Z", "1969-07-20T20:17:40.000000001Z")]
    public void Iso_8601_is_read(string text, string expected) => Assert.Equal(expected, Instant.Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("12:30")] // the framework would take today's date from the wall clock
    [InlineData("May 1")]
    [InlineData("5/1/2024")]
    [InlineData("2024-5-1")]
    [InlineData("2024-13-01")]
    [InlineData("2024-00-01")]
    [InlineData("2023-02-29")]
    [InlineData("0000-01-01")]
    [InlineData("2024-05-01T")]
    [InlineData("2024-05-01T24:00")]
    [InlineData("2024-05-01T13:60")]
    [InlineData("2024-05-01T13:30:60")]
    [InlineData("2024-05-01T13:30:")]
    [InlineData("2024-05-01T13:30:05.")]
    [InlineData("2024-05-01T13:30:05.1234567891")] // finer than a nanosecond
    [InlineData("2024-05-01T13:30:05X")]
    [InlineData("2024-05-01T13:30:05ZZ")]
    [InlineData("2024-05-01T13:30:05+2")]
    [InlineData("2024-05-01T13:30:05+02:")]
    [InlineData("2024-05-01T13:30:05+02:0")]
    [InlineData("2024-05-01T13:30:05+02:60")]
    [InlineData("2024-05-01T13:30:05+15:00")]
    [InlineData("2024-05-01T13:30:05+02:000")]
    [InlineData("٢٠٢٤-05-01")]
    [InlineData("1677-09-21T00:12:43.145224191Z")]
    [InlineData("2262-04-11T23:47:16.854775808Z")]
    [InlineData("9999-12-31")]
    public void What_is_no_such_time_is_refused(string text) =>
        Assert.Contains($"'{text}'", Assert.Throws<FormatException>(() => Instant.Parse(text)).Message);

    [Fact]
    public void The_makers_agree()
    {
        var expected = Instant.Parse("1965-03-04T05:06:07Z");
        Assert.Equal(expected, Instant.FromUtc(1965, 3, 4, 5, 6, 7));
        Assert.Equal(expected, Instant.FromUnixSeconds(expected.UnixNanos / Duration.NanosPerSecond));
        Assert.Equal(expected, Instant.FromUnixMillis(expected.UnixNanos / 1_000_000));
        Assert.Equal(new DateTime(1965, 3, 4, 5, 6, 7, DateTimeKind.Utc), expected.ToUtc());
    }

    [Fact]
    public void Times_that_do_not_fit_throw()
    {
        Assert.Throws<OverflowException>(() => Instant.FromUnixSeconds(long.MaxValue));
        Assert.Throws<OverflowException>(() => Instant.FromUnixMillis(long.MinValue));
        Assert.Throws<OverflowException>(() => Instant.FromUtc(2263, 1, 1));
    }

    private static BigInteger Floor(BigInteger value, BigInteger step) => (value - (((value % step) + step) % step)) / step;
}
