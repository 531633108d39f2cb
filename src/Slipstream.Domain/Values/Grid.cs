using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Slipstream.Domain;

/// <summary>The one fixed-point grid: raw <see cref="long"/> counts of 1e-8, for prices, quantities, rates and money.</summary>
/// <remarks>All arithmetic is checked; products are formed in <see cref="Int128"/> and rounded half to even.</remarks>
public static class Grid
{
    /// <summary>Raw units in 1.0.</summary>
    public const long UnitsPerOne = 100_000_000;

    // Doubles below it surely fit 64 bits; above it lie amounts of money only.
    private const double LargestNarrow = 9e10;
    private const decimal LargestWide = 100_000_000_000_000_000_000m;
    private const long UnitsSquared = UnitsPerOne * UnitsPerOne;

    /// <summary>Decimal places of the grid.</summary>
    public const int Decimals = 8;

    /// <summary>Returns <paramref name="a"/> times <paramref name="b"/> on the grid, rounded half to even.</summary>
    public static Int128 Multiply(Int128 a, long b) => DivideHalfEven(checked(a * b), UnitsPerOne);

    /// <summary>Returns the product of three raw values on the grid, rounded half to even, once.</summary>
    /// <exception cref="OverflowException">The result does not fit 128 bits; the product itself may need more.</exception>
    public static Int128 Multiply(long a, long b, long c)
    {
        var product = (Int128)a * b;
        var factor = (UInt128)Int128.Abs(c);
        var magnitude = (UInt128)Int128.Abs(product);
        var isNegative = (product < 0) != (c < 0);
        if (UInt128.LeadingZeroCount(magnitude) + UInt128.LeadingZeroCount(factor) > 128)
        {
            var whole = (Int128)(magnitude * factor);
            return DivideHalfEven(isNegative ? -whole : whole, UnitsSquared);
        }

        // What divides goes first, so that only the remainder is multiplied before it is divided.
        var (quotient, remainder) = UInt128.DivRem(magnitude, (UInt128)UnitsSquared);
        var (more, left) = UInt128.DivRem(remainder * factor, (UInt128)UnitsSquared);
        var result = checked((Int128)((quotient * factor) + more));
        var twice = (Int128)left * 2;
        if (twice > UnitsSquared || (twice == UnitsSquared && Int128.IsOddInteger(result)))
        {
            result = checked(result + 1);
        }

        return isNegative ? -result : result;
    }

    /// <summary>Returns the quotient rounded half to even.</summary>
    /// <param name="numerator">Any value.</param>
    /// <param name="denominator">Positive.</param>
    public static Int128 DivideHalfEven(Int128 numerator, Int128 denominator)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(denominator);
        var negative = numerator < 0;
        var magnitude = negative ? (UInt128)(-numerator) : (UInt128)numerator;
        var (quotient, remainder) = UInt128.DivRem(magnitude, (UInt128)denominator);
        var twice = remainder << 1;
        var divisor = (UInt128)denominator;
        if (twice > divisor || (twice == divisor && (quotient & 1) == 1))
        {
            quotient++;
        }

        return negative ? -(Int128)quotient : (Int128)quotient;
    }

    /// <summary>Returns the middle of two raw values, rounded down; no pair overflows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Middle(long a, long b) => (a & b) + ((a ^ b) >> 1);

    /// <summary>Returns the raw value nearest to <paramref name="value"/>, half to even.</summary>
    /// <exception cref="OverflowException">The value is not finite or does not fit.</exception>
    public static long FromDouble(double value)
    {
        // product + error is the exact product: the double alone may have been rounded onto a tie, or past an odd number.
        var product = value * UnitsPerOne;
        var error = Math.FusedMultiplyAdd(value, UnitsPerOne, -product);
        var rounded = Math.Round(product, MidpointRounding.ToEven);
        if (error != 0 && Math.Abs(product - rounded) == 0.5)
        {
            rounded = error > 0 ? Math.Ceiling(product) : Math.Floor(product);
        }

        return checked((long)rounded + (Math.Abs(product) >= 1L << 53 ? (long)Math.Round(error, MidpointRounding.ToEven) : 0));
    }

    /// <summary>Returns the raw value nearest to <paramref name="value"/>, half to even, for amounts of up to 1e20 either way.</summary>
    /// <exception cref="OverflowException">The value is not finite or beyond that.</exception>
    public static Int128 FromDoubleWide(double value)
    {
        if (Math.Abs(value) < LargestNarrow)
        {
            return FromDouble(value);
        }

        if (!(Math.Abs(value) <= (double)LargestWide))
        {
            throw new OverflowException($"{value} is not an amount between -{LargestWide} and {LargestWide}.");
        }

        // So large a product is a whole, even number; its rounding error is exact too.
        var product = value * UnitsPerOne;
        return (Int128)product + (long)Math.Round(Math.FusedMultiplyAdd(value, UnitsPerOne, -product), MidpointRounding.ToEven);
    }

    /// <summary>Returns the raw value as a double; exact only up to 2^53 raw units.</summary>
    public static double ToDouble(long raw) => raw / (double)UnitsPerOne;

    /// <summary>Returns the raw value as a double; exact only up to 2^53 raw units.</summary>
    public static double ToDouble(Int128 raw) => (double)raw / UnitsPerOne;

    /// <summary>Reads a decimal such as <c>-12.5</c> or <c>1.2e-3</c>; digits beyond the grid are rounded half to even.</summary>
    /// <returns>False if the text is no decimal number or does not fit.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out long raw)
    {
        raw = 0;
        if (!TryRound(text, out var value) || value is > long.MaxValue / (decimal)UnitsPerOne or < long.MinValue / (decimal)UnitsPerOne)
        {
            return false;
        }

        raw = (long)(value * UnitsPerOne);
        return true;
    }

    /// <summary>Reads a decimal, as <see cref="TryParse"/> does.</summary>
    /// <exception cref="FormatException">The text is no decimal number or does not fit the grid.</exception>
    public static long Parse(ReadOnlySpan<char> text) => TryParse(text, out var raw)
        ? raw
        : throw new FormatException($"'{text}' is not a decimal number between -92233720368.54775808 and 92233720368.54775807.");

    /// <summary>Reads a decimal as <see cref="Parse"/> does, for amounts of up to 1e20 either way.</summary>
    /// <exception cref="FormatException">The text is no decimal number or beyond that.</exception>
    public static Int128 ParseWide(ReadOnlySpan<char> text) =>
        TryRound(text, out var value) && value is >= -LargestWide and <= LargestWide
            ? (Int128)(value * UnitsPerOne)
            : throw new FormatException($"'{text}' is not a decimal number between -{LargestWide} and {LargestWide}.");

    /// <summary>Writes a raw value as a decimal without trailing zeros: <c>123450000</c> is <c>1.2345</c>.</summary>
    public static string Format(Int128 raw)
    {
        var magnitude = raw < 0 ? (UInt128)(-raw) : (UInt128)raw;
        var (whole, fraction) = UInt128.DivRem(magnitude, UnitsPerOne);
        var sign = raw < 0 ? "-" : "";
        return fraction == 0 ? $"{sign}{whole}" : $"{sign}{whole}.{((long)fraction).ToString("D8").TrimEnd('0')}";
    }

    private static bool TryRound(ReadOnlySpan<char> text, out decimal value)
    {
        var isNumber = decimal.TryParse(text, System.Globalization.NumberStyles.Float, null, out value);
        value = Math.Round(value, Decimals, MidpointRounding.ToEven);
        return isNumber;
    }

    [DoesNotReturn]
    internal static void ThrowNegative(long raw, string what) =>
        throw new ArgumentOutOfRangeException(nameof(raw), Format(raw), $"A {what} is never negative.");
}
