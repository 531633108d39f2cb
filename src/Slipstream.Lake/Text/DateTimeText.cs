namespace Slipstream.Lake.Text;

/// <summary>Reads dates and times written for people: any separators, with or without T, fraction and offset.</summary>
internal static class DateTimeText
{
    private const long Second = 1_000_000_000;

    /// <summary>Reads a date with or without time.</summary>
    /// <param name="text">Such as <c>2024-05-01T13:30:00.25+02:00</c> or <c>20240501 1330</c>.</param>
    /// <param name="style">Order of year, month and day.</param>
    /// <param name="local">Nanoseconds since 1970 as if the written time were UTC.</param>
    /// <param name="offset">Nanoseconds of the offset; null where none is written.</param>
    public static bool TryParse(ReadOnlySpan<byte> text, TimeStyle style, out long local, out long? offset)
    {
        local = 0;
        offset = null;
        var i = 0;
        if (!TryDate(text, style, ref i, out var day, out var clock))
        {
            return false;
        }

        var nanos = 0L;
        while (i < text.Length && text[i] is (byte)' ' or (byte)'T' or (byte)';' && clock.IsEmpty)
        {
            i++;
            if (i == text.Length)
            {
                break;
            }
        }

        if (!clock.IsEmpty)
        {
            if (!TryDigits(clock, out nanos))
            {
                return false;
            }
        }
        else if (i < text.Length && IsDigit(text[i]) && !TryClock(text, ref i, out nanos))
        {
            return false;
        }

        local = (day * 86_400 * Second) + nanos;
        return TryOffset(text[i..], out offset) && day is > -106_000 and < 106_000;
    }

    private static bool IsDigit(byte b) => (uint)(b - '0') <= 9;

    private static int Run(ReadOnlySpan<byte> text, int from)
    {
        var i = from;
        while (i < text.Length && IsDigit(text[i]))
        {
            i++;
        }

        return i - from;
    }

    private static int Number(ReadOnlySpan<byte> digits)
    {
        var n = 0;
        foreach (var b in digits)
        {
            n = (n * 10) + (b - '0');
        }

        return n;
    }

    private static bool TryDate(ReadOnlySpan<byte> text, TimeStyle style, ref int i, out long day, out ReadOnlySpan<byte> clock)
    {
        day = 0;
        clock = default;
        var first = Run(text, 0);
        if (first is 8 or 12 or 14 or 17 && style == TimeStyle.YearFirst)
        {
            clock = text[8..first];
            i = first;
            return TryDay(Number(text[..4]), Number(text[4..6]), Number(text[6..8]), out day);
        }

        if (first is 0 or > 4 || first >= text.Length || text[first] is not ((byte)'-' or (byte)'/' or (byte)'.'))
        {
            return false;
        }

        var second = Run(text, first + 1);
        var at = first + 1 + second + 1;
        if (second is 0 or > 2 || at > text.Length || text[at - 1] != text[first])
        {
            return false;
        }

        var third = Run(text, at);
        if (third is 0 or > 4)
        {
            return false;
        }

        i = at + third;
        var (a, b, c) = (Number(text[..first]), Number(text.Slice(first + 1, second)), Number(text.Slice(at, third)));
        return style switch
        {
            TimeStyle.DayFirst => third == 4 && TryDay(c, b, a, out day),
            TimeStyle.MonthFirst => third == 4 && TryDay(c, a, b, out day),
            _ => first == 4 && third <= 2 && TryDay(a, b, c, out day),
        };
    }

    private static bool TryDay(int year, int month, int day, out long number)
    {
        number = 0;
        if (year is < 1678 or > 2261 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        number = new DateOnly(year, month, day).DayNumber - 719_162;
        return true;
    }

    // HHMM, HHMMSS or HHMMSSmmm without separators.
    private static bool TryDigits(ReadOnlySpan<byte> digits, out long nanos)
    {
        nanos = 0;
        if (digits.Length is not (4 or 6 or 9))
        {
            return false;
        }

        var (h, m) = (Number(digits[..2]), Number(digits[2..4]));
        var s = digits.Length > 4 ? Number(digits[4..6]) : 0;
        var ms = digits.Length > 6 ? Number(digits[6..]) : 0;
        nanos = ((((h * 60L) + m) * 60) + s) * Second + (ms * 1_000_000L);
        return h < 24 && m < 60 && s < 60;
    }

    private static bool TryClock(ReadOnlySpan<byte> text, ref int i, out long nanos)
    {
        nanos = 0;
        var run = Run(text, i);
        if (run > 2)
        {
            i += run;
            return TryDigits(text.Slice(i - run, run), out nanos);
        }

        var h = Number(text.Slice(i, run));
        i += run;
        if (!TryPart(text, ref i, out var m))
        {
            return false;
        }

        var s = 0;
        if (i < text.Length && text[i] == (byte)':' && !TryPart(text, ref i, out s))
        {
            return false;
        }

        var fraction = 0L;
        if (i < text.Length && text[i] is (byte)'.' or (byte)',')
        {
            var digits = Run(text, i + 1);
            fraction = Number(text.Slice(i + 1, Math.Min(digits, 9)));
            for (var k = digits; k < 9; k++)
            {
                fraction *= 10;
            }

            i += 1 + digits;
        }

        if (!TryHalfDay(text, ref i, ref h))
        {
            return false;
        }

        nanos = ((((h * 60L) + m) * 60) + s) * Second + fraction;
        return h < 24 && m < 60 && s < 60;
    }

    private static bool TryPart(ReadOnlySpan<byte> text, ref int i, out int value)
    {
        value = 0;
        if (i >= text.Length || text[i] != (byte)':' || Run(text, i + 1) != 2)
        {
            return false;
        }

        value = Number(text.Slice(i + 1, 2));
        i += 3;
        return true;
    }

    private static bool TryHalfDay(ReadOnlySpan<byte> text, ref int i, ref int hour)
    {
        var rest = text[i..].TrimStart((byte)' ');
        if (rest.Length < 2 || rest[1] is not ((byte)'M' or (byte)'m') || rest[0] is not ((byte)'A' or (byte)'a' or (byte)'P' or (byte)'p'))
        {
            return true;
        }

        var afternoon = rest[0] is (byte)'P' or (byte)'p';
        i = text.Length - rest.Length + 2;
        var valid = hour is >= 1 and <= 12;
        hour = (hour % 12) + (afternoon ? 12 : 0);
        return valid;
    }

    private static bool TryOffset(ReadOnlySpan<byte> rest, out long? offset)
    {
        offset = null;
        rest = rest.Trim((byte)' ');
        if (rest.StartsWith("UTC"u8) || rest.StartsWith("GMT"u8))
        {
            rest = rest[3..].Trim((byte)' ');
            offset = 0;
        }

        if (rest.IsEmpty)
        {
            return true;
        }

        if (rest.Length == 1 && rest[0] is (byte)'Z' or (byte)'z')
        {
            offset = 0;
            return true;
        }

        if (rest[0] is not ((byte)'+' or (byte)'-'))
        {
            return false;
        }

        var hours = Run(rest, 1);
        var (h, m) = hours switch
        {
            <= 2 when hours > 0 => (Number(rest.Slice(1, hours)), 0),
            4 => (Number(rest.Slice(1, 2)), Number(rest.Slice(3, 2))),
            _ => (99, 0),
        };
        var i = 1 + hours;
        if (i < rest.Length && hours <= 2 && !TryPart(rest, ref i, out m))
        {
            return false;
        }

        offset = (rest[0] == (byte)'-' ? -1 : 1) * ((h * 3600L) + (m * 60L)) * Second;
        return i == rest.Length && h < 16 && m < 60;
    }
}
