using Slipstream.Runtime.Results;

namespace Slipstream.Runtime.Analysis;

/// <summary>Daily returns of account and benchmark from the stake on, as far as they are defined: to the day that lost the last of it.</summary>
internal sealed class DailySeries
{
    private DailySeries(double stake, DailyPoint[] days, bool hasBenchmark)
    {
        Stake = stake;
        Days = days;
        Returns = ReturnsOf(stake, days, d => d.Equity);
        Benchmark = hasBenchmark ? ReturnsOf(stake, days, d => d.Benchmark) : null;
    }

    /// <summary>Cash at the start; positive if there are days.</summary>
    public double Stake { get; }

    public DailyPoint[] Days { get; }

    /// <summary>Strategy's return of each day; the first is against the stake.</summary>
    public double[] Returns { get; }

    /// <summary>The benchmark's, or null where it has no positive values.</summary>
    public double[]? Benchmark { get; }

    public double Years => Days.Length == 0 ? 0 : (Days[^1].Day.DayNumber - Days[0].Day.DayNumber + 1) / 365.25;

    public static DailySeries Of(RunResult result, List<string> notes)
    {
        var stake = result.Summary.StartingCash;
        if (!Defined.IsPositive(stake))
        {
            notes.Add("The run began without cash, so there are no returns.");
            return new DailySeries(stake, [], false);
        }

        var days = Usable(result.Days, notes);
        var hasBenchmark = days.Length > 0 && days.All(d => Defined.IsPositive(d.Benchmark));
        if (days.Length == 0)
        {
            notes.Add("The run has no days, so there are no returns.");
        }
        else if (!hasBenchmark)
        {
            notes.Add("There is no benchmark with positive values: alpha, beta, correlation and regimes are left out.");
        }

        return new DailySeries(stake, days, hasBenchmark);
    }

    private static DailyPoint[] Usable(IReadOnlyList<DailyPoint> days, List<string> notes)
    {
        var count = 0;
        while (count < days.Count)
        {
            var day = days[count];
            if (!double.IsFinite(day.Equity))
            {
                notes.Add($"Equity is not a number on {day.Day:yyyy-MM-dd}: returns end before it.");
                break;
            }

            count++;
            if (day.Equity <= 0)
            {
                notes.Add($"The account was lost on {day.Day:yyyy-MM-dd}: returns end there.");
                break;
            }
        }

        return [.. days.Take(count)];
    }

    private static double[] ReturnsOf(double stake, DailyPoint[] days, Func<DailyPoint, double> value)
    {
        var returns = new double[days.Length];
        var before = stake;
        for (var i = 0; i < days.Length; i++)
        {
            var after = value(days[i]);
            returns[i] = Defined.OrZero((after / before) - 1);
            before = after;
        }

        return returns;
    }
}
