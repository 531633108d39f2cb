using Slipstream.Domain;
using Slipstream.Quant.Performance;

namespace Slipstream.Runtime.Analysis;

/// <summary>The distribution of daily returns or, for short runs, of those between the equity curve's points.</summary>
internal static class HistogramCalculator
{
    private const int LeastDays = 20;
    private const int LeastBins = 8;
    private const int MostBins = 80;

    public static ReturnBins Of(DailySeries days, EquityCurvePoints curve, List<string> notes)
    {
        if (days.Returns.Length >= LeastDays || curve.Equity.Length <= days.Returns.Length + 1)
        {
            return Bins("daily", days.Returns);
        }

        var basis = Spacing(curve.Times);
        notes.Add($"Fewer than {LeastDays} days: the returns histogram is of {basis} returns.");
        return Bins(basis, PointReturns(curve.Equity));
    }

    private static ReturnBins Bins(string basis, double[] all)
    {
        double[] returns = [.. all.Where(r => r != 0)];
        var unchanged = all.Length - returns.Length;
        if (returns.Length == 0)
        {
            return new ReturnBins(basis, [], [], unchanged, 0, 0);
        }

        var histogram = new ReturnHistogram(returns, BinCount(returns));
        return new ReturnBins(
            basis, histogram.Edges.ToArray(), histogram.Counts.ToArray(), unchanged,
            Defined.OrZero(ReturnStatistics.Mean(returns)), Defined.OrZero(ReturnStatistics.StandardDeviation(returns)));
    }

    /// <summary>Freedman and Diaconis (1981): bins of 2·IQR·n^(−1/3).</summary>
    private static int BinCount(double[] returns)
    {
        var interquartile = TailRisk.ValueAtRisk(returns, 0.75) - TailRisk.ValueAtRisk(returns, 0.25);
        var bins = (returns.Max() - returns.Min()) / (2 * interquartile / Math.Cbrt(returns.Length));
        var sturges = Math.Ceiling(Math.Log2(returns.Length) + 1);
        return (int)Math.Clamp(double.IsFinite(bins) ? Math.Ceiling(bins) : sturges, LeastBins, MostBins);
    }

    private static double[] PointReturns(double[] equity)
    {
        var returns = new List<double>();
        for (var i = 1; i < equity.Length && equity[i - 1] > 0; i++)
        {
            var r = (equity[i] / equity[i - 1]) - 1;
            if (double.IsFinite(r))
            {
                returns.Add(r);
            }
        }

        return [.. returns];
    }

    private static string Spacing(Instant[] times)
    {
        var gaps = times.Skip(1).Zip(times.Skip(2), (a, b) => (b - a).Nanos).Order().ToArray();
        var seconds = gaps.Length == 0 ? 0 : (double)gaps[gaps.Length / 2] / Duration.NanosPerSecond;
        return seconds switch
        {
            3600 => "hourly",
            60 => "one-minute",
            >= 7200 => $"{Math.Round(seconds / 3600, 1)}-hour",
            >= 60 => $"{Math.Round(seconds / 60, 1)}-minute",
            >= 1 => $"{Math.Round(seconds, 1)}-second",
            _ => "point-to-point",
        };
    }
}
