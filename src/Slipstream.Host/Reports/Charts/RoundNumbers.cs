namespace Slipstream.Host.Reports.Charts;

/// <summary>Numbers that people count in.</summary>
internal static class RoundNumbers
{
    private const int MostLogarithmicTicks = 8;
    private static readonly double[] Mantissas = [1, 2, 2.5, 5, 10];

    /// <summary>Returns the smallest of 1, 2, 2.5 and 5 times a power of ten that isn't below a positive number.</summary>
    public static double Step(double atLeast)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(atLeast)));
        return Mantissas.First(m => m * power >= atLeast * (1 - 1e-9)) * power;
    }

    /// <summary>Returns marks around a positive range: 1, 2 and 5 in each decade, or 1 and 3, or decades, or every second, third... of them.</summary>
    public static List<double> Logarithmic(double low, double high)
    {
        List<double> marks = [.. Fine(low, high, 1, 2, 5)];
        if (marks.Count > MostLogarithmicTicks)
        {
            marks = [.. Fine(low, high, 1, 3)];
        }

        for (var every = 1; marks.Count > MostLogarithmicTicks; every++)
        {
            marks = [.. Decades(low, high, every)];
        }

        return marks;
    }

    private static IEnumerable<double> Fine(double low, double high, params double[] steps)
    {
        var all = Enumerable.Range((int)Math.Floor(Math.Log10(low)), (int)Math.Ceiling(Math.Log10(high / low)) + 2)
            .SelectMany(e => steps.Select(s => s * Math.Pow(10, e))).ToList();
        var first = all.FindLastIndex(m => m <= low * (1 + 1e-9));
        var last = all.FindIndex(m => m >= high * (1 - 1e-9));
        return all[Math.Max(first, 0)..(last < 0 ? all.Count : last + 1)];
    }

    private static IEnumerable<double> Decades(double low, double high, int every)
    {
        var first = (int)Math.Floor(Math.Log10(low) / every) * every;
        for (var e = first; ; e += every)
        {
            var mark = Math.Pow(10, e);
            if (mark >= low * (1 - 1e-9) && mark <= high * (1 + 1e-9))
            {
                yield return mark;
            }

            if (mark > high)
            {
                yield break;
            }
        }
    }
}
