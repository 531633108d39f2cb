using System.Numerics;

namespace Slipstream.Domain.Tests.Values;

public sealed class QuantityTests
{
    [Fact]
    public void Sums_are_exact_or_throw() =>
        Any.Holds(Any.NonNegative, Any.NonNegative, (a, b) => Any.IsChecked((BigInteger)a + b, () => (Quantity.FromRaw(a) + Quantity.FromRaw(b)).Raw));

    [Fact]
    public void A_difference_is_exact_and_never_below_zero() =>
        Any.Holds(Any.NonNegative, Any.NonNegative, (a, b) => a >= b
            ? (Quantity.FromRaw(a) - Quantity.FromRaw(b)).Raw == a - b
            : Any.Throws<ArgumentOutOfRangeException>(() => _ = Quantity.FromRaw(a) - Quantity.FromRaw(b)));

    [Fact]
    public void A_negative_quantity_is_refused_by_every_door()
    {
        Assert.Contains("A quantity is never negative", Assert.Throws<ArgumentOutOfRangeException>(() => Quantity.FromRaw(-1)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantity.FromUnits(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantity.FromDouble(-0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantity.Parse("-0.5"));
    }

    [Fact]
    public void Whole_units_that_do_not_fit_throw()
    {
        Assert.Equal(300_000_000, Quantity.FromUnits(3).Raw);
        Assert.Throws<OverflowException>(() => Quantity.FromUnits(92_233_720_369));
    }

    [Fact]
    public void Quantities_are_ordered_by_their_raw_value() =>
        Any.Holds(Any.NonNegative, Any.NonNegative, (x, y) =>
        {
            var (a, b) = (Quantity.FromRaw(x), Quantity.FromRaw(y));
            return (a < b) == (x < y) && (a > b) == (x > y) && (a <= b) == (x <= y) && (a >= b) == (x >= y)
                && Math.Sign(a.CompareTo(b)) == Math.Sign(x.CompareTo(y)) && Quantity.Min(a, b).Raw == Math.Min(x, y);
        });

    [Fact]
    public void Every_quantity_is_written_and_read_back() =>
        Any.Holds(Any.NonNegative, raw => Quantity.Parse(Quantity.FromRaw(raw).ToString()).Raw == raw);

    [Fact]
    public void Zero_is_the_default()
    {
        Assert.True(Quantity.Zero.IsZero);
        Assert.Equal(default, Quantity.Zero);
        Assert.False(Quantity.FromRaw(1).IsZero);
        Assert.Equal(0.5, Quantity.FromDouble(0.5).ToDouble());
    }
}
