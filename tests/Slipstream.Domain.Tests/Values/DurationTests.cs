using System.Globalization;
using System.Numerics;

namespace Slipstream.Domain.Tests.Values;

public sealed class DurationTests
{
    [Theory]
    [InlineData(0, "00:00:00")]
    [InlineData(1, "00:00:00.000000001")]
    [InlineData(-1, "-00:00:00.000000001")]
    [InlineData(50, "00:00:00.00000005")]
    [InlineData(-1_500_000_000, "-00:00:01.5")]
    [InlineData(93_784_000_000_005, "1.02:03:04.000000005")]
    [InlineData(long.MaxValue, "106751.23:47:16.854775807")]
    [InlineData(long.MinValue, "-106751.23:47:16.854775808")]
    public void Lengths_are_written_to_the_nanosecond(long nanos, string expected) =>
        Assert.Equal(expected, Duration.FromNanos(nanos).ToString());

    [Fact]
    public void Text_agrees_with_the_framework_to_100_ns() =>
        Any.Holds(Any.Long, nanos =>
        {
            var text = Duration.FromNanos(nanos / 100 * 100).ToString();
            return TimeSpan.Parse(text, CultureInfo.InvariantCulture).Ticks == nanos / 100;
        });

    [Fact]
    public void Makers_are_exact_or_throw() =>
        Any.Holds(Any.Long, n =>
            Any.IsChecked((BigInteger)n * 1_000_000, () => Duration.FromMillis(n).Nanos)
            && Any.IsChecked((BigInteger)n * Duration.NanosPerSecond, () => Duration.FromSeconds(n).Nanos)
            && Any.IsChecked((BigInteger)n * Duration.NanosPerDay, () => Duration.FromDays(n).Nanos));

    [Fact]
    public void Lengths_are_ordered_and_measured()
    {
        Assert.True(Duration.FromMillis(1) < Duration.FromSeconds(1));
        Assert.True(Duration.FromDays(1) > Duration.FromSeconds(86_399));
        Assert.Equal(86_400, Duration.FromDays(1).TotalSeconds);
        Assert.Equal(default, Duration.Zero);
    }
}
