namespace Slipstream.Host.Reports.Charts;

/// <summary>Fewer points that draw the same picture.</summary>
internal static class Thinning
{
    /// <summary>
    /// Returns the indices to keep, ascending: in each of a number of equal stretches of the sequence the first, the last, and the extremes
    /// of every series. All indices if there are no more than four a stretch.
    /// </summary>
    public static int[] ByExtremes(int count, int stretches, params IReadOnlyList<double>[] series)
    {
        if (count <= stretches * 4)
        {
            return [.. Enumerable.Range(0, count)];
        }

        var keep = new SortedSet<int>();
        for (var s = 0; s < stretches; s++)
        {
            var from = (int)((long)s * count / stretches);
            var to = (int)((long)(s + 1) * count / stretches);
            keep.Add(from);
            keep.Add(to - 1);
            foreach (var values in series)
            {
                AddExtremes(keep, values, from, to);
            }
        }

        return [.. keep];
    }

    /// <summary>Returns evenly spread indices, the first and the last among them.</summary>
    public static int[] Evenly(int count, int most) => count <= most
        ? [.. Enumerable.Range(0, count)]
        : [.. Enumerable.Range(0, most).Select(i => (int)((long)i * (count - 1) / Math.Max(1, most - 1)))];

    private static void AddExtremes(SortedSet<int> keep, IReadOnlyList<double> values, int from, int to)
    {
        var (low, high) = (from, from);
        for (var i = from; i < to; i++)
        {
            low = values[i] < values[low] ? i : low;
            high = values[i] > values[high] ? i : high;
        }

        keep.Add(low);
        keep.Add(high);
    }
}
