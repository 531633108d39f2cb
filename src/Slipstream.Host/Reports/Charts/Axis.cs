namespace Slipstream.Host.Reports.Charts;

/// <summary>A range of values, laid out from 0 to 1.</summary>
internal sealed class Axis
{
    private Axis(double min, double max, bool isLogarithmic)
    {
        Min = min;
        Max = max;
        IsLogarithmic = isLogarithmic;
    }

    public double Min { get; }

    public double Max { get; }

    public bool IsLogarithmic { get; }

    public IReadOnlyList<AxisTick> Ticks { get; private init; } = [];

    /// <summary>An axis that ends on round numbers.</summary>
    public static Axis Linear(double low, double high, TickLabel label, int intervals = 5)
    {
        if (!(high > low))
        {
            var pad = low == 0 ? 1 : Math.Abs(low) * 0.05;
            (low, high) = (low - pad, low + pad);
        }

        var step = RoundNumbers.Step((high - low) / intervals);
        var first = Math.Floor((low / step) + 1e-9);
        var last = Math.Ceiling((high / step) - 1e-9);
        var axis = new Axis(first * step, last * step, false);
        var ticks = new List<AxisTick>();
        for (var i = 0; i <= last - first; i++)
        {
            var value = (first + i) * step;
            ticks.Add(new AxisTick(axis.At(value), label(value, step, Math.Max(Math.Abs(axis.Min), Math.Abs(axis.Max)))));
        }

        return axis.With(ticks);
    }

    /// <summary>An axis from exactly one value to another, with ticks on round numbers between.</summary>
    public static Axis Tight(double low, double high, TickLabel label, int intervals = 6)
    {
        if (!(high > low))
        {
            return Linear(low, high, label);
        }

        var step = RoundNumbers.Step((high - low) / intervals);
        var axis = new Axis(low, high, false);
        var ticks = new List<AxisTick>();
        for (var i = Math.Ceiling(low / step); i * step <= high; i++)
        {
            ticks.Add(new AxisTick(axis.At(i * step), label(i * step, step, Math.Max(Math.Abs(low), Math.Abs(high)))));
        }

        return axis.With(ticks);
    }

    /// <summary>A logarithmic axis; both ends positive.</summary>
    public static Axis Logarithmic(double low, double high, TickLabel label)
    {
        var marks = RoundNumbers.Logarithmic(low, high);
        var axis = new Axis(Math.Min(low, marks[0]), Math.Max(high, marks[^1]), true);
        return axis.With([.. marks.Select(m => new AxisTick(axis.At(m), label(m, m, m)))]);
    }

    /// <summary>A stretch of time in Unix seconds, ticks on calendar boundaries.</summary>
    public static Axis Time(double from, double to)
    {
        var axis = new Axis(from, to > from ? to : from + 1, false);
        return axis.With([.. CalendarTicks.Between(axis.Min, axis.Max).Select(t => new AxisTick(axis.At(t.Seconds), t.Label))]);
    }

    /// <summary>Returns where a value lies: 0 at the start, 1 at the end.</summary>
    public double At(double value) => IsLogarithmic
        ? Math.Log(Math.Max(value, Min) / Min) / Math.Log(Max / Min)
        : (value - Min) / (Max - Min);

    private Axis With(IReadOnlyList<AxisTick> ticks) => new(Min, Max, IsLogarithmic) { Ticks = ticks };
}
