using System.Runtime.CompilerServices;

namespace Slipstream.Quant;

/// <summary>Argument checks that the framework lacks.</summary>
internal static class Require
{
    public static void Positive(double value, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        if (!(value > 0 && double.IsFinite(value)))
        {
            throw new ArgumentOutOfRangeException(name, value, "Must be finite and greater than zero.");
        }
    }

    public static void NotNegative(double value, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        if (!(value >= 0 && double.IsFinite(value)))
        {
            throw new ArgumentOutOfRangeException(name, value, "Must be finite and not negative.");
        }
    }

    public static void InsideUnitInterval(double value, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        if (!(value > 0 && value < 1))
        {
            throw new ArgumentOutOfRangeException(name, value, "Must be greater than 0 and less than 1.");
        }
    }

    public static void SameLength(int length, int expected, string name)
    {
        if (length != expected)
        {
            throw new ArgumentOutOfRangeException(name, length, $"Must have {expected} elements, like the series beside it.");
        }
    }
}
