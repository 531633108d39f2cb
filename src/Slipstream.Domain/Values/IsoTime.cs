namespace Slipstream.Domain;

/// <summary>Reads ISO 8601 to the nanosecond. <see cref="DateTime"/> won't do: it drops what is finer than 100 ns, and a text without a date gets today's.</summary>
internal static class IsoTime
{
    private static readonly int Epoch = DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;

    /// <summary>Reads <c>2024-05-01</c>, <c>2024-05-01T13:30</c>, with seconds, up to nine decimals, and <c>Z</c> or an offset such as <c>+02:00</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="nanos">Nanoseconds since the Unix epoch, beyond 64 bits where the year is far away.</param>
    internal static bool TryParse(ReadOnlySpan<char> text, out Int128 nanos)
    {
        text = text.Trim();
        if (!TryTakeDate(ref text, out nanos))
        {
            return false;
        }

        if (text.IsEmpty)
        {
            return true;
        }

        if (text[0] is not ('T' or 't' or ' '))
        {
            return false;
        }

        text = text[1..];
        if (!TryTakeClock(ref text, out var clock) || !TryReadOffset(text, out var offset))
        {
            return false;
        }

        nanos += clock - offset;
        return true;
    }

    private static bool TryTakeDate(ref ReadOnlySpan<char> text, out Int128 nanos)
    {
        nanos = 0;
        if (!TryTakeDigits(ref text, 4, out var year) || !TryTake(ref text, '-')
            || !TryTakeDigits(ref text, 2, out var month) || !TryTake(ref text, '-')
            || !TryTakeDigits(ref text, 2, out var day)
            || year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        nanos = (Int128)(new DateOnly(year, month, day).DayNumber - Epoch) * Duration.NanosPerDay;
        return true;
    }

    private static bool TryTakeClock(ref ReadOnlySpan<char> text, out long nanos)
    {
        nanos = 0;
        var second = 0;
        long fraction = 0;
        if (!TryTakeDigits(ref text, 2, out var hour) || !TryTake(ref text, ':') || !TryTakeDigits(ref text, 2, out var minute)
            || (TryTake(ref text, ':') && !(TryTakeDigits(ref text, 2, out second) && TryTakeFraction(ref text, out fraction)))
            || hour > 23 || minute > 59 || second > 59)
        {
            return false;
        }

        nanos = (((((hour * 60) + minute) * 60) + second) * Duration.NanosPerSecond) + fraction;
        return true;
    }

    private static bool TryTakeFraction(ref ReadOnlySpan<char> text, out long nanos)
    {
        nanos = 0;
        if (!TryTake(ref text, '.'))
        {
            return true;
        }

        var worth = Duration.NanosPerSecond;
        var digits = 0;
        for (; digits < text.Length && char.IsAsciiDigit(text[digits]); digits++)
        {
            worth /= 10;
            if (worth == 0 && text[digits] != '0')
            {
                return false; // finer than a nanosecond: refused rather than dropped
            }

            nanos += (text[digits] - '0') * worth;
        }

        text = text[digits..];
        return digits > 0;
    }

    private static bool TryReadOffset(ReadOnlySpan<char> text, out long nanos)
    {
        nanos = 0;
        if (text is "" or "Z" or "z")
        {
            return true;
        }

        var east = text[0] == '+';
        if (!east && text[0] != '-')
        {
            return false;
        }

        text = text[1..];
        if (!TryTakeDigits(ref text, 2, out var hour) || hour > 14)
        {
            return false;
        }

        var minute = 0;
        var colon = TryTake(ref text, ':');
        if ((colon || !text.IsEmpty) && !(TryTakeDigits(ref text, 2, out minute) && minute < 60 && text.IsEmpty))
        {
            return false;
        }

        nanos = ((hour * 60) + minute) * (east ? 60 : -60) * Duration.NanosPerSecond;
        return true;
    }

    private static bool TryTake(ref ReadOnlySpan<char> text, char expected)
    {
        if (text.IsEmpty || text[0] != expected)
        {
            return false;
        }

        text = text[1..];
        return true;
    }

    private static bool TryTakeDigits(ref ReadOnlySpan<char> text, int count, out int value)
    {
        value = 0;
        if (text.Length < count)
        {
            return false;
        }

        foreach (var digit in text[..count])
        {
            if (!char.IsAsciiDigit(digit))
            {
                return false;
            }

            value = (value * 10) + (digit - '0');
        }

        text = text[count..];
        return true;
    }
}
