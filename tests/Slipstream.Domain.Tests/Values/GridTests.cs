using System.Globalization;
using System.Numerics;
using FsCheck.Fluent;

namespace Slipstream.Domain.Tests.Values;

public sealed class GridTests
{
    [Fact]
    public void Division_rounds_half_to_even_as_unlimited_integers_do() =>
        Any.Holds(Any.Long, Any.NonNegative.Where(d => d > 0), (n, d) => Grid.DivideHalfEven(n, d) == (Int128)Any.HalfEven(n, d));

    [Fact]
    public void Division_of_products_rounds_half_to_even_as_unlimited_integers_do() =>
        Any.Holds(Any.Long, Any.Long, (a, b) => Grid.DivideHalfEven((Int128)a * b, Grid.UnitsPerOne) == (Int128)Any.HalfEven((BigInteger)a * b, Grid.UnitsPerOne));

    [Fact]
    public void The_product_of_three_is_rounded_once_over_the_whole_range_or_does_not_fit_128_bits() =>
        Any.Holds(
            from a in Any.Long from b in Any.Long from c in Any.Long select (a, b, c),
            x =>
            {
                var exact = Any.HalfEven((BigInteger)x.a * x.b * x.c, BigInteger.Pow(10, 16));
                return exact >= (BigInteger)Int128.MinValue && exact <= (BigInteger)Int128.MaxValue
                    ? Grid.Multiply(x.a, x.b, x.c) == (Int128)exact
                    : Any.Throws<OverflowException>(() => Grid.Multiply(x.a, x.b, x.c));
            });

    [Fact]
    public void Ties_of_products_of_three_go_to_the_even_neighbour_beyond_128_bits_too() =>
        Any.Holds(
            from a in Any.Long.Select(l => l | 1) from b in Any.Long.Select(l => l | 1) select (a, b),
            x =>
            {
                // Half of 1e16 times odd numbers leaves exactly one half.
                const long Half = 5_000_000_000_000_000;
                var exact = Any.HalfEven((BigInteger)x.a * x.b, 2);
                return Grid.Multiply(x.a, x.b, Half) == (Int128)exact && Grid.Multiply(x.a, Half, x.b) == (Int128)exact;
            });

    [Theory]
    [InlineData(9_000_000_000_000_000_001, 100_000_000, 50_000_000, "4500000000000000000")] // ...000.5: down to the even
    [InlineData(9_000_000_000_000_000_003, 100_000_000, 50_000_000, "4500000000000000002")] // ...001.5: up to the even
    [InlineData(-9_000_000_000_000_000_003, 100_000_000, 50_000_000, "-4500000000000000002")]
    [InlineData(9_000_000_000_000_000_003, 10_000_000_000_000_000, -50_000_000, "-450000000000000000150000000")]
    [InlineData(9_000_000_000_000_000_003, 9_000_000_000_000_000_000, 5_000_000_000, "40500000000000000013500000000000")]
    [InlineData(long.MinValue, 100_000_000, long.MinValue, "850705917302346158658436518579")] // 2^126 / 1e8 = ...579.42
    public void Products_of_three_that_need_more_than_128_bits_are_right(long a, long b, long c, string expected) =>
        Assert.Equal(Int128.Parse(expected, CultureInfo.InvariantCulture), Grid.Multiply(a, b, c));

    [Theory]
    [InlineData(5, 2, 2)]
    [InlineData(7, 2, 4)]
    [InlineData(-5, 2, -2)]
    [InlineData(-7, 2, -4)]
    [InlineData(1, 2, 0)]
    [InlineData(-1, 2, 0)]
    [InlineData(5, 3, 2)]
    [InlineData(-4, 3, -1)]
    public void Ties_go_to_the_even_neighbour(int numerator, int denominator, int expected) =>
        Assert.Equal(expected, Grid.DivideHalfEven(numerator, denominator));

    [Fact]
    public void Division_reaches_both_ends_of_128_bits()
    {
        Assert.Equal(Int128.MinValue, Grid.DivideHalfEven(Int128.MinValue, 1));
        Assert.Equal(Int128.MaxValue, Grid.DivideHalfEven(Int128.MaxValue, 1));
        Assert.Equal(-1, Grid.DivideHalfEven(Int128.MinValue, Int128.MaxValue));
        Assert.Equal(Int128.MinValue / 2, Grid.DivideHalfEven(Int128.MinValue, 2));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_denominator_that_is_not_positive_is_refused(int denominator) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Grid.DivideHalfEven(1, denominator));

    [Fact]
    public void A_product_that_does_not_fit_128_bits_throws() =>
        Assert.Throws<OverflowException>(() => Grid.Multiply(Int128.MaxValue, 2));

    [Fact]
    public void A_double_goes_to_the_nearest_raw_value_of_its_exact_binary_value() =>
        Any.Holds(Doubles, value => Any.IsChecked(Exact(value), () => Grid.FromDouble(value)));

    [Theory]
    [InlineData(0.1, 10_000_000)]
    [InlineData(-0.1, -10_000_000)]
    [InlineData(100.25, 10_025_000_000)]
    [InlineData(0.000_000_01, 1)]
    [InlineData(0.001_953_125, 195_312)] // 2^-9: an exact tie between 195312 and 195313
    [InlineData(0.005_859_375, 585_938)] // 3 * 2^-9: an exact tie between 585937 and 585938
    [InlineData(-0.005_859_375, -585_938)]
    [InlineData(1.000_000_005, 100_000_000)] // the double is a hair below the tie
    [InlineData(1.000_000_015, 100_000_001)] // and here too: product and tie are equal as doubles
    [InlineData(92_000_000_000.000_02, 9_200_000_000_000_001_526)] // beyond 2^53 raw units
    public void A_double_is_rounded_to_the_grid(double value, long expected) => Assert.Equal(expected, Grid.FromDouble(value));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(92_233_720_368.547_8)]
    [InlineData(-92_233_720_368.547_8)]
    [InlineData(1e300)]
    public void A_double_that_does_not_fit_throws(double value) => Assert.Throws<OverflowException>(() => Grid.FromDouble(value));

    [Fact]
    public void A_large_double_goes_to_the_nearest_raw_value_of_its_exact_binary_value() =>
        Any.Holds(
            Gen.OneOf(Doubles, from d in Doubles from scale in Gen.Choose(0, 40) select Math.ScaleB(d, scale)),
            value => Math.Abs(value) <= 1e20
                ? Grid.FromDoubleWide(value) == (Int128)Exact(value)
                : Any.Throws<OverflowException>(() => Grid.FromDoubleWide(value)));

    [Theory]
    [InlineData(1e20, "10000000000000000000000000000")]
    [InlineData(-1e20, "-10000000000000000000000000000")]
    [InlineData(92_233_720_368.547_76, "9223372036854776001")] // just beyond 64 bits; exact fractions of Python
    [InlineData(1_234_567_890_123.456_7, "123456789012345678711")]
    public void A_large_double_is_rounded_to_the_grid(double value, string expected) =>
        Assert.Equal(Int128.Parse(expected, CultureInfo.InvariantCulture), Grid.FromDoubleWide(value));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(1.000_000_000_000_001e20)]
    [InlineData(-1e300)]
    public void A_double_beyond_all_amounts_throws(double value) => Assert.Throws<OverflowException>(() => Grid.FromDoubleWide(value));

    [Fact]
    public void Every_large_amount_is_written_and_read_back() =>
        Any.Holds(
            from high in Any.Long.Select(l => l % 1_000_000_000) from low in Any.Long select ((Int128)high << 63) + low,
            raw => Grid.ParseWide(Grid.Format(raw)) == raw);

    [Theory]
    [InlineData("100000000000000000000", "10000000000000000000000000000")]
    [InlineData("-1e20", "-10000000000000000000000000000")]
    [InlineData("99999999999999999999.99999999", "9999999999999999999999999999")]
    [InlineData("92233720368.54775808", "9223372036854775808")]
    [InlineData("1500000000000.000000015", "150000000000000000002")]
    public void Large_decimals_are_read(string text, string expected) =>
        Assert.Equal(Int128.Parse(expected, CultureInfo.InvariantCulture), Grid.ParseWide(text));

    [Theory]
    [InlineData("")]
    [InlineData("1,000")]
    [InlineData("100000000000000000000.00000001")]
    [InlineData("-1e21")]
    [InlineData("1e40")]
    public void What_is_no_decimal_or_beyond_all_amounts_is_refused(string text) =>
        Assert.Contains($"'{text}'", Assert.Throws<FormatException>(() => Grid.ParseWide(text)).Message);

    [Fact]
    public void Raw_values_below_2_to_the_53_survive_the_way_through_a_double() =>
        Any.Holds(Any.Long.Select(l => l >> 11), raw => Grid.FromDouble(Grid.ToDouble(raw)) == raw);

    [Fact]
    public void Every_raw_value_is_written_and_read_back() =>
        Any.Holds(Any.Long, raw => Grid.Parse(Grid.Format(raw)) == raw);

    [Fact]
    public void Writing_agrees_with_decimal() =>
        Any.Holds(Any.Long, raw => decimal.Parse(Grid.Format(raw), CultureInfo.InvariantCulture) == raw / (decimal)Grid.UnitsPerOne);

    [Fact]
    public void Reading_agrees_with_decimal_rounding()
    {
        var texts = from raw in Any.Long
                    from extra in Gen.Choose(0, 9999)
                    select ((raw / (decimal)Grid.UnitsPerOne) + (extra / 1_000_000_000_000m * Math.Sign(raw))).ToString(CultureInfo.InvariantCulture);
        Any.Holds(texts, text =>
        {
            var rounded = Math.Round(decimal.Parse(text, CultureInfo.InvariantCulture), 8, MidpointRounding.ToEven) * Grid.UnitsPerOne;
            var fits = rounded is >= long.MinValue and <= long.MaxValue;
            return Grid.TryParse(text, out var raw) == fits && (!fits || raw == rounded);
        });
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("-0", 0)]
    [InlineData("12.5", 1_250_000_000)]
    [InlineData("-12.5", -1_250_000_000)]
    [InlineData(".5", 50_000_000)]
    [InlineData("5.", 500_000_000)]
    [InlineData("+1", 100_000_000)]
    [InlineData("1.2e-3", 120_000)]
    [InlineData("1E2", 10_000_000_000)]
    [InlineData(" 7 ", 700_000_000)]
    [InlineData("0.000000005", 0)]
    [InlineData("0.000000015", 2)]
    [InlineData("0.0000000150000001", 2)]
    [InlineData("0.000000025", 2)]
    [InlineData("0.0000000250000001", 3)]
    [InlineData("-0.000000015", -2)]
    [InlineData("92233720368.54775807", long.MaxValue)]
    [InlineData("-92233720368.54775808", long.MinValue)]
    public void Decimals_are_read(string text, long expected) => Assert.Equal(expected, Grid.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("-")]
    [InlineData("1,000")]
    [InlineData("1.2.3")]
    [InlineData("0x10")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("1e40")]
    [InlineData("$5")]
    [InlineData("92233720368.54775808")]
    [InlineData("-92233720368.54775809")]
    [InlineData("79228162514264337593543950335")]
    public void What_is_no_decimal_or_does_not_fit_is_refused(string text)
    {
        Assert.False(Grid.TryParse(text, out var raw));
        Assert.Equal(0, raw);
        Assert.Contains($"'{text}'", Assert.Throws<FormatException>(() => Grid.Parse(text)).Message);
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(1, "0.00000001")]
    [InlineData(-1, "-0.00000001")]
    [InlineData(123_450_000, "1.2345")]
    [InlineData(-50_000_000, "-0.5")]
    [InlineData(10_000_000_000, "100")]
    [InlineData(long.MaxValue, "92233720368.54775807")]
    [InlineData(long.MinValue, "-92233720368.54775808")]
    public void Values_are_written_without_trailing_zeros(long raw, string expected) => Assert.Equal(expected, Grid.Format(raw));

    [Fact]
    public void The_largest_amounts_are_written_whole()
    {
        Assert.Equal("1701411834604692317316873037158.84105727", Grid.Format(Int128.MaxValue));
        Assert.Equal("-1701411834604692317316873037158.84105728", Grid.Format(Int128.MinValue));
    }

    private static FsCheck.Gen<double> Doubles { get; } = Gen.OneOf(
        Any.Long.Select(raw => raw / (double)Grid.UnitsPerOne),
        Any.Long.Select(raw => (raw + 0.5) / Grid.UnitsPerOne),
        from significand in Any.Long.Select(l => l >> 11)
        from exponent in Gen.Choose(-70, -10)
        select Math.ScaleB(significand, exponent));

    // A double is an integer times a power of two, so its exact product is one in unlimited integers.
    private static BigInteger Exact(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)((bits >> 52) & 0x7FF);
        var significand = (BigInteger)(bits & 0xFFFFFFFFFFFFF) + (exponent == 0 ? 0 : BigInteger.One << 52);
        exponent = Math.Max(exponent, 1) - 1075;
        var product = (bits < 0 ? -significand : significand) * Grid.UnitsPerOne;
        return exponent >= 0 ? product << exponent : Any.HalfEven(product, BigInteger.One << -exponent);
    }
}
