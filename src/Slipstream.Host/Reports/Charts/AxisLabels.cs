using System.Globalization;

namespace Slipstream.Host.Reports.Charts;

/// <summary>How ticks are labelled, given a value, the step between ticks and the largest size on the axis.</summary>
internal static class AxisLabels
{
    /// <summary>Amounts and prices, short: 250, 1.5k, 2M, 0.0012.</summary>
    public static string Amount(double value, double step, double largest)
    {
        if (Math.Abs(value) < step * 1e-6)
        {
            return "0";
        }

        var size = Math.Max(largest, step);
        if (size is < 1e-6 or >= 1e15)
        {
            return Minus(value.ToString("0.#e0", CultureInfo.InvariantCulture));
        }

        var (divisor, suffix) = size switch { >= 1e12 => (1e12, "T"), >= 1e9 => (1e9, "B"), >= 1e6 => (1e6, "M"), >= 1e4 => (1e3, "k"), _ => (1.0, "") };
        return Fixed(value / divisor, step / divisor) + suffix;
    }

    /// <summary>Fractions as percent.</summary>
    public static string Percent(double value, double step, double _) => Fixed(value * 100, step * 100) + "%";

    /// <summary>Plain numbers.</summary>
    public static string Plain(double value, double step, double _) => Fixed(value, step);

    private static string Fixed(double value, double step)
    {
        var decimals = 0;
        for (var s = step; decimals < 8 && Math.Abs(s - Math.Round(s)) > 1e-6 * Math.Max(1, Math.Abs(s)); s *= 10)
        {
            decimals++;
        }

        var text = value.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return text.AsSpan().ContainsAnyInRange('1', '9') ? Minus(text) : text.TrimStart('-');
    }

    private static string Minus(string text) => text.Replace('-', '−');
}
