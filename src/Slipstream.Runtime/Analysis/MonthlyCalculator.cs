namespace Slipstream.Runtime.Analysis;

/// <summary>Returns by calendar month and year.</summary>
internal static class MonthlyCalculator
{
    public static List<YearReturns> Of(DailySeries series)
    {
        var years = new List<YearReturns>();
        var start = 0;
        while (start < series.Days.Length)
        {
            var end = EndOfRun(series, start, d => d.Year);
            years.Add(Year(series, start, end));
            start = end;
        }

        return years;
    }

    private static YearReturns Year(DailySeries series, int start, int end)
    {
        var months = new double?[12];
        for (var from = start; from < end;)
        {
            var to = EndOfRun(series, from, d => (d.Year * 12) + d.Month);
            months[series.Days[from].Day.Month - 1] = Compounded(series.Returns, from, to);
            from = to;
        }

        double? benchmark = series.Benchmark is { } b ? Compounded(b, start, end) : null;
        return new YearReturns(series.Days[start].Day.Year, months, Compounded(series.Returns, start, end), benchmark);
    }

    private static int EndOfRun(DailySeries series, int start, Func<DateOnly, int> key)
    {
        var end = start;
        while (end < series.Days.Length && key(series.Days[end].Day) == key(series.Days[start].Day))
        {
            end++;
        }

        return end;
    }

    private static double Compounded(double[] returns, int from, int to)
    {
        var wealth = 1.0;
        for (var i = from; i < to; i++)
        {
            wealth *= 1 + returns[i];
        }

        return Defined.OrZero(wealth - 1);
    }
}
