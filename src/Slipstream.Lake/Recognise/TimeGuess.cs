using System.Globalization;
using System.Text;
using Slipstream.Lake.Text;

namespace Slipstream.Lake.Recognise;

/// <summary>Finds out how the times of a column are written.</summary>
internal static class TimeGuess
{
    /// <summary>Returns the format that reads most of the cells; null where none reads half of them.</summary>
    public static TimeFormat? Of(IReadOnlyList<string> cells, DataSource source, TimeZoneInfo zone)
    {
        TimeFormat? best = null;
        var bestCount = cells.Count / 2;
        foreach (var format in Candidates(cells, source, zone))
        {
            var count = Count(cells, format);
            if (count > bestCount)
            {
                (best, bestCount) = (format, count);
            }

            if (count == cells.Count)
            {
                break;
            }
        }

        return best;
    }

    /// <summary>Reads the cells that can be read.</summary>
    public static IReadOnlyList<long?> Read(IEnumerable<string> cells, TimeFormat format)
    {
        var text = new TimeText(format);
        return [.. cells.Select(c => text.TryParse(Encoding.UTF8.GetBytes(c), out var nanos) == QuarantineReason.None ? nanos : (long?)null)];
    }

    /// <summary>Says in words how times are written.</summary>
    public static string Describe(TimeFormat format, bool hasOffset)
    {
        var zone = hasOffset ? "with their offset" : $"in {format.Zone.Id}";
        return format.Style switch
        {
            TimeStyle.Epoch => $"{EpochUnit.Name(format.UnitNanos)} since 1970, UTC",
            TimeStyle.DayFirst => $"day first, {zone}",
            TimeStyle.MonthFirst => $"month first, {zone}",
            TimeStyle.MillisOfDay => $"milliseconds of the day, {zone}",
            _ => $"written out, {zone}",
        };
    }

    private static int Count(IReadOnlyList<string> cells, TimeFormat format) => Read(cells, format).Count(t => t is not null);

    private static IEnumerable<TimeFormat> Candidates(IReadOnlyList<string> cells, DataSource source, TimeZoneInfo zone)
    {
        if (source.TimeUnit is { } unit)
        {
            yield return new(TimeStyle.Epoch, EpochUnit.Nanos(unit), false, zone);
        }

        yield return new(TimeStyle.YearFirst, 0, false, zone);
        var units = cells.Select(c => decimal.TryParse(c, NumberStyles.Float, CultureInfo.InvariantCulture, out var n) && Math.Abs(n) < 1e20m ? EpochUnit.Of((Int128)n) : null)
            .Where(u => u is not null).Select(u => u!.Value);
        if (units.GroupBy(u => u).OrderByDescending(g => g.Count()).FirstOrDefault() is { } common)
        {
            yield return new(TimeStyle.Epoch, common.Key, true, zone);
        }

        // 13.01.2024 can only be day first and 01/13/2024 only month first; where neither shows, dots mean day first.
        var dayFirst = new TimeFormat(TimeStyle.DayFirst, 0, false, zone);
        var monthFirst = new TimeFormat(TimeStyle.MonthFirst, 0, false, zone);
        var dots = cells.Any(c => c.Contains('.') && c.IndexOf('.') < 3);
        yield return dots ? dayFirst : monthFirst;
        yield return dots ? monthFirst : dayFirst;
    }
}
