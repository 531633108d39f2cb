using System.Globalization;
using System.Text;

namespace Slipstream.Host.Reports.Html;

/// <summary>Short numbers for drawings.</summary>
internal static class Coordinates
{
    public static void Append(StringBuilder text, double value, string format = "0.##") =>
        text.Append(CultureInfo.InvariantCulture, $"{Text(value, format)}");

    public static string Text(double value, string format = "0.##")
    {
        var written = (double.IsFinite(value) ? value : 0).ToString(format, CultureInfo.InvariantCulture);
        return written is "-0" ? "0" : written;
    }
}
