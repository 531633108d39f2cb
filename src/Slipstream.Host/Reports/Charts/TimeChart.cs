using Slipstream.Domain;
using Slipstream.Host.Reports.Html;

namespace Slipstream.Host.Reports.Charts;

/// <summary>Curves over time, thinned alike.</summary>
internal sealed class TimeChart
{
    public const int Fine = 500;
    public const int Coarse = 150;

    private TimeChart(double[] seconds, double[][] series)
    {
        Seconds = seconds;
        Series = series;
    }

    public double[] Seconds { get; }

    public double[][] Series { get; }

    public bool IsEmpty => Seconds.Length == 0;

    public static TimeChart Of(IReadOnlyList<Instant> times, params double[][] series) => Of(Fine, times, series);

    /// <summary>Keeps the extremes of that many stretches of time.</summary>
    public static TimeChart Of(int stretches, IReadOnlyList<Instant> times, params double[][] series)
    {
        var keep = Thinning.ByExtremes(times.Count, stretches, series);
        return new TimeChart([.. keep.Select(i => SecondsOf(times[i]))], [.. series.Select(s => keep.Select(i => s[i]).ToArray())]);
    }

    public static double SecondsOf(Instant time) => time.UnixNanos / 1e9;

    public Plot Plot(Page page, Axis y, int height) => new(page, Axis.Time(Seconds[0], Seconds[^1]), y, height);

    public double Lowest() => Series.Min(s => s.Min());

    public double Highest() => Series.Max(s => s.Max());
}
