namespace Slipstream.Quant.Tests.Golden;

/// <summary>Equality of two numbers up to rounding; NaN equals NaN.</summary>
internal static class Approximately
{
    public static bool Equal(double expected, double actual, double tolerance) =>
        double.IsNaN(expected)
            ? double.IsNaN(actual)
            : Math.Abs(actual - expected) <= tolerance * Math.Max(1.0, Math.Abs(expected));

    public static void Same(double expected, double actual, double tolerance, string where) =>
        Assert.True(Equal(expected, actual, tolerance), $"{where}: expected {expected:R}, was {actual:R}");
}
