namespace Slipstream.Runtime.Analysis;

/// <summary>Numbers that exist.</summary>
internal static class Defined
{
    /// <summary>Returns the value, or null if it is NaN or infinite.</summary>
    public static double? OrNull(double? value) => value is { } v && double.IsFinite(v) ? v : null;

    /// <summary>Returns the ratio, or null where it has none.</summary>
    public static double? Ratio(double numerator, double denominator) => denominator == 0 ? null : OrNull(numerator / denominator);

    /// <summary>Returns the value, or 0 if it is NaN or infinite.</summary>
    public static double OrZero(double value) => double.IsFinite(value) ? value : 0;

    public static bool IsPositive(double value) => value > 0 && double.IsFinite(value);
}
