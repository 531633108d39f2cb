using System.Buffers.Text;

namespace Slipstream.Lake.Text;

/// <summary>Reads decimals of any length and exponent exactly: the way for every number that the row parser's short cut does not take.</summary>
internal static class DecimalText
{
    private const int KeptDigits = 30;

    /// <summary>Reads a decimal to a raw value on the 1e-8 grid, half to even.</summary>
    public static NumberFault TryParse(ReadOnlySpan<byte> text, out long raw)
    {
        raw = 0;
        text = Bare(text);
        if (IsMissing(text))
        {
            return NumberFault.Missing;
        }

        var i = 0;
        var negative = text[0] == (byte)'-';
        i += text[0] is (byte)'-' or (byte)'+' ? 1 : 0;
        UInt128 mantissa = 0;
        var (kept, scale, digits, sticky, point) = (0, 0, 0, false, false);
        for (; i < text.Length; i++)
        {
            var c = text[i];
            if (c == (byte)'.' && !point)
            {
                point = true;
                continue;
            }

            var d = (uint)(c - '0');
            if (d > 9)
            {
                break;
            }

            digits++;
            if (kept < KeptDigits)
            {
                mantissa = (mantissa * 10) + d;
                kept += mantissa != 0 ? 1 : 0;
                scale -= point ? 1 : 0;
            }
            else
            {
                sticky |= d != 0;
                scale += point ? 0 : 1;
            }
        }

        if (digits == 0 || !TryExponent(text[i..], out var exponent))
        {
            return NumberFault.NotANumber;
        }

        return Scale(mantissa, scale + exponent + 8, sticky, negative, out raw);
    }

    /// <summary>Reads a decimal to the nearest double.</summary>
    public static NumberFault TryParseDouble(ReadOnlySpan<byte> text, out double value)
    {
        text = Bare(text);
        value = 0;
        if (IsMissing(text))
        {
            return NumberFault.Missing;
        }

        return Utf8Parser.TryParse(text, out value, out var used) && used == text.Length && double.IsFinite(value)
            ? NumberFault.None
            : NumberFault.NotANumber;
    }

    /// <summary>Returns the text without quotes and blanks around it.</summary>
    public static ReadOnlySpan<byte> Bare(ReadOnlySpan<byte> text)
    {
        text = text.Trim(" \r"u8);
        if (text.Length >= 2 && text[0] == (byte)'"' && text[^1] == (byte)'"')
        {
            text = text[1..^1].Trim((byte)' ');
        }

        return text;
    }

    private static bool IsMissing(ReadOnlySpan<byte> text) =>
        text.IsEmpty || (text.Length <= 4 && (Is(text, "nan"u8) || Is(text, "null"u8) || Is(text, "none"u8) || Is(text, "n/a"u8) || Is(text, "na"u8)));

    private static bool Is(ReadOnlySpan<byte> text, ReadOnlySpan<byte> lower) =>
        System.Text.Ascii.EqualsIgnoreCase(text, lower);

    private static bool TryExponent(ReadOnlySpan<byte> text, out int exponent)
    {
        exponent = 0;
        if (text.IsEmpty)
        {
            return true;
        }

        if (text[0] is not ((byte)'e' or (byte)'E'))
        {
            return false;
        }

        text = text[1..];
        if (text.Length > 0 && text[0] == (byte)'+')
        {
            text = text[1..];
        }

        return Utf8Parser.TryParse(text, out exponent, out var used) && used == text.Length && Math.Abs(exponent) < 1000;
    }

    private static NumberFault Scale(UInt128 mantissa, int power, bool sticky, bool negative, out long raw)
    {
        raw = 0;
        if (mantissa == 0)
        {
            return NumberFault.None;
        }

        for (; power > 0; power--)
        {
            mantissa *= 10;
            if (mantissa > long.MaxValue)
            {
                return NumberFault.TooLarge;
            }
        }

        uint last = 0;
        for (; power < 0 && (mantissa != 0 || last != 0); power++)
        {
            sticky |= last != 0;
            (mantissa, var digit) = UInt128.DivRem(mantissa, 10);
            last = (uint)digit;
        }

        if (last > 5 || (last == 5 && (sticky || (mantissa & 1) == 1)))
        {
            mantissa++;
        }

        if (mantissa > long.MaxValue)
        {
            return NumberFault.TooLarge;
        }

        raw = negative ? -(long)mantissa : (long)mantissa;
        return NumberFault.None;
    }
}
