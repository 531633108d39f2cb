using System.Globalization;
using Slipstream.Domain;

namespace Slipstream.Host.Reports;

/// <summary>Numbers as people read them: thousands separators, signs, <c>–</c> for what isn't defined. A minus is U+2212.</summary>
internal static class Figures
{
    public const string None = "–";

    public static string Count(long value) => Minus(value.ToString("N0", CultureInfo.InvariantCulture));

    /// <summary>An amount to the cent; below 1, to the eighth decimal as far as needed.</summary>
    public static string Money(double? value, bool signed = false) => value is { } v && double.IsFinite(v)
        ? Sign(v, Math.Abs(v) >= 1 || Math.Abs(v) < 5e-9 ? "N2" : "#,0.00######", signed)
        : None;

    /// <summary>An amount for a headline: no cents from 100,000 on.</summary>
    public static string Headline(double? value, bool signed = false) =>
        value is { } v && Math.Abs(v) >= 1e5 && double.IsFinite(v) ? Sign(v, "N0", signed) : Money(value, signed);

    /// <summary>An amount in a column: no cents where the column's largest is 100,000 or more.</summary>
    public static string InColumn(double? value, double largest, bool signed = false) =>
        value is { } v && Math.Abs(largest) >= 1e5 && double.IsFinite(v) ? Sign(v, "N0", signed) : Money(value, signed);

    /// <summary>A fraction as percent.</summary>
    public static string Percent(double? fraction, bool signed = false) => Percent(fraction, signed, fraction is { } f && Math.Abs(f) >= 10 ? 1 : 2);

    public static string Percent(double? fraction, bool signed, int decimals) => fraction is { } f && double.IsFinite(f)
        ? Sign(f * 100, decimals switch { 0 => "N0", 1 => "N1", _ => "N2" }, signed) + "%"
        : None;

    public static string Number(double? value, int decimals = 2, bool signed = false) => value is { } v && double.IsFinite(v)
        ? Sign(v, decimals switch { 0 => "N0", 1 => "N1", 2 => "N2", _ => "N3" }, signed)
        : None;

    /// <summary>A price with the digits it needs.</summary>
    public static string Price(double value) => !double.IsFinite(value) ? None : Math.Abs(value) switch
    {
        >= 1000 => Sign(value, "N2", false),
        >= 1 => Sign(value, "#,0.00##", false),
        _ => Minus(value.ToString("0.00######", CultureInfo.InvariantCulture)),
    };

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The UTC day that an instant belongs to; midnight ends a day.</summary>
    public static string Day(Instant time) => (time - Duration.FromNanos(1)).ToString()[..10];

    /// <summary>The UTC day and minute.</summary>
    public static string Minute(Instant time) => time.ToString()[..16].Replace('T', ' ');

    /// <summary>A length in days, or in hours or minutes if it is short.</summary>
    public static string Days(double days) => days switch
    {
        >= 10 => Number(days, 0) + " d",
        >= 1 => Number(days, 1) + " d",
        >= 1 / 24.0 => Number(days * 24, 1) + " h",
        _ => Number(days * 1440, 0) + " min",
    };

    /// <summary>A large number in four digits at most: 13.6M.</summary>
    public static string Compact(double value)
    {
        if (!double.IsFinite(value))
        {
            return None;
        }

        var (divisor, suffix) = Math.Abs(value) switch
        {
            >= 1e12 => (1e12, "T"),
            >= 1e9 => (1e9, "B"),
            >= 1e6 => (1e6, "M"),
            >= 1e3 => (1e3, "k"),
            _ => (1.0, ""),
        };
        return Minus((value / divisor).ToString(Math.Abs(value / divisor) >= 100 ? "0" : "0.##", CultureInfo.InvariantCulture)) + suffix;
    }

    private static string Sign(double value, string format, bool signed)
    {
        var text = value.ToString(format, CultureInfo.InvariantCulture);
        var isZero = !text.AsSpan().ContainsAnyInRange('1', '9');
        return isZero ? text.TrimStart('-') : signed && value > 0 ? "+" + text : Minus(text);
    }

    private static string Minus(string text) => text.Replace('-', '−');
}
