using System.Globalization;

namespace Slipstream.Host.Cli;

/// <summary>How fast recorded time passes.</summary>
internal static class Speed
{
    /// <summary>Returns recorded seconds per second, or null for as fast as possible.</summary>
    public static double? Parse(string? text)
    {
        if (text is null or "max")
        {
            return null;
        }

        return double.TryParse(text.TrimEnd('x', 'X'), NumberStyles.Float, CultureInfo.InvariantCulture, out var speed) && speed > 0 && double.IsFinite(speed)
            ? speed
            : throw new UsageException($"--speed {text}: write 1x, 60x or max.");
    }
}
