using System.Globalization;

namespace Slipstream.Host.Reports.Charts;

/// <summary>Ticks on the boundaries of years, months, days, hours, minutes or seconds (UTC).</summary>
internal static class CalendarTicks
{
    private const int MostTicks = 10;
    private const double Day = 86_400;
    private static readonly int[] MonthSteps = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200];
    private static readonly int[] SecondSteps = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400, 172_800];
    private static readonly int[] DayOfMonthSteps = [5, 10, 15];

    public static IEnumerable<(double Seconds, string Label)> Between(double from, double to)
    {
        var span = to - from;
        var seconds = SecondSteps.FirstOrDefault(s => span / s <= MostTicks);
        if (seconds > 0)
        {
            return EverySeconds(from, to, seconds);
        }

        var inMonth = DayOfMonthSteps.FirstOrDefault(d => span / (d * Day) <= MostTicks);
        if (inMonth > 0)
        {
            return InMonths(from, to, inMonth);
        }

        return EveryMonths(from, to, MonthSteps.FirstOrDefault(m => span / (m * 30.44 * Day) <= MostTicks, MonthSteps[^1]));
    }

    private static IEnumerable<(double, string)> EverySeconds(double from, double to, int step)
    {
        for (var t = Math.Ceiling(from / step) * step; t <= to; t += step)
        {
            var time = DateTime.UnixEpoch.AddSeconds(t);
            yield return (t, step >= Day || t % Day == 0 ? Text(time, "d MMM") : Text(time, step >= 60 ? "HH:mm" : "HH:mm:ss"));
        }
    }

    private static IEnumerable<(double, string)> InMonths(double from, double to, int step)
    {
        foreach (var month in Months(from, to, 1))
        {
            for (var day = 1; day <= 31 - (step / 2); day += day == 1 ? step - 1 : step)
            {
                var time = month.AddDays(day - 1);
                var seconds = Seconds(time);
                if (seconds >= from && seconds <= to && time.Month == month.Month)
                {
                    yield return (seconds, Text(time, "d MMM"));
                }
            }
        }
    }

    private static IEnumerable<(double, string)> EveryMonths(double from, double to, int step)
    {
        foreach (var time in Months(from, to, step))
        {
            var seconds = Seconds(time);
            if (seconds >= from && seconds <= to)
            {
                yield return (seconds, Text(time, time.Month == 1 ? "yyyy" : "MMM"));
            }
        }
    }

    private static IEnumerable<DateTime> Months(double from, double to, int step)
    {
        var start = DateTime.UnixEpoch.AddSeconds(from);
        var month = ((start.Year * 12) + start.Month - 1) / step * step;
        for (var end = DateTime.UnixEpoch.AddSeconds(to); ; month += step)
        {
            var year = month / 12;
            if (year is < 1 or > 9999)
            {
                yield break;
            }

            var time = new DateTime(year, (month % 12) + 1, 1, 0, 0, 0, DateTimeKind.Utc);
            if (time > end)
            {
                yield break;
            }

            yield return time;
        }
    }

    private static double Seconds(DateTime time) => (time - DateTime.UnixEpoch).TotalSeconds;

    private static string Text(DateTime time, string format) => time.ToString(format, CultureInfo.InvariantCulture);
}
