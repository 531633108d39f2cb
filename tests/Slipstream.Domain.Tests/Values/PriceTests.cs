using System.Numerics;

namespace Slipstream.Domain.Tests.Values;

public sealed class PriceTests
{
    [Fact]
    public void The_distance_of_two_prices_is_exact_or_throws() =>
        Any.Holds(Any.Long, Any.Long, (a, b) => Any.IsChecked((BigInteger)a - b, () => (Price.FromRaw(a) - Price.FromRaw(b)).Raw));

    [Fact]
    public void A_moved_price_is_exact_or_throws() =>
        Any.Holds(Any.Long, Any.Long, (p, m) =>
            Any.IsChecked((BigInteger)p + m, () => (Price.FromRaw(p) + PriceMove.FromRaw(m)).Raw)
            && Any.IsChecked((BigInteger)p - m, () => (Price.FromRaw(p) - PriceMove.FromRaw(m)).Raw));

    [Fact]
    public void Prices_are_ordered_by_their_raw_value() =>
        Any.Holds(Any.Long, Any.Long, (x, y) =>
        {
            var (a, b) = (Price.FromRaw(x), Price.FromRaw(y));
            return (a < b) == (x < y) && (a > b) == (x > y) && (a <= b) == (x <= y) && (a >= b) == (x >= y) && (a == b) == (x == y)
                && Math.Sign(a.CompareTo(b)) == Math.Sign(x.CompareTo(y))
                && Price.Min(a, b).Raw == Math.Min(x, y) && Price.Max(a, b).Raw == Math.Max(x, y);
        });

    [Fact]
    public void Every_price_and_move_is_written_and_read_back() =>
        Any.Holds(Any.Long, raw =>
            Price.Parse(Price.FromRaw(raw).ToString()).Raw == raw && PriceMove.Parse(PriceMove.FromRaw(raw).ToString()).Raw == raw);

    [Fact]
    public void The_opposite_of_the_lowest_move_throws()
    {
        Assert.Equal(-5, (-PriceMove.FromRaw(5)).Raw);
        Assert.Throws<OverflowException>(() => -PriceMove.FromRaw(long.MinValue));
    }

    [Fact]
    public void A_price_from_a_double_lies_on_the_grid()
    {
        Assert.Equal(Price.Parse("100.25"), Price.FromDouble(100.25));
        Assert.Equal(100.25, Price.Parse("100.25").ToDouble());
        Assert.Equal(PriceMove.Parse("-0.01"), PriceMove.FromDouble(-0.01));
        Assert.Equal(-0.01, PriceMove.Parse("-0.01").ToDouble());
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("92233720369")]
    public void A_text_that_is_no_price_is_refused(string text) => Assert.Throws<FormatException>(() => Price.Parse(text));
}
