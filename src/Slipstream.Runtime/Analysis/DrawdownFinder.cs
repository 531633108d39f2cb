using Slipstream.Domain;
using Slipstream.Quant.Performance;

namespace Slipstream.Runtime.Analysis;

/// <summary>The falls of an equity curve.</summary>
internal static class DrawdownFinder
{
    public static DrawdownPoint[] Series(EquityCurvePoints curve)
    {
        var fractions = new double[curve.Equity.Length];
        Drawdowns.Series(curve.Equity, fractions);
        return [.. curve.Times.Zip(fractions, (t, f) => new DrawdownPoint(t, f)).Skip(1)];
    }

    /// <summary>Returns every fall, deepest first, the earlier of equals first.</summary>
    public static List<DrawdownEpisode> Episodes(EquityCurvePoints curve)
    {
        var episodes = new List<DrawdownEpisode>();
        var equity = curve.Equity;
        var peak = 0;
        var trough = 0;
        for (var i = 1; i < equity.Length; i++)
        {
            if (equity[i] >= equity[peak])
            {
                AddIfFell(episodes, curve, peak, trough, i);
                peak = trough = i;
            }
            else if (trough == peak || equity[i] < equity[trough])
            {
                trough = i;
            }
        }

        AddIfFell(episodes, curve, peak, trough, null);
        return [.. episodes.OrderByDescending(e => e.Fraction)];
    }

    private static void AddIfFell(List<DrawdownEpisode> episodes, EquityCurvePoints curve, int peak, int trough, int? recovery)
    {
        if (trough == peak)
        {
            return;
        }

        var fraction = (curve.Equity[peak] - curve.Equity[trough]) / curve.Equity[peak];
        var end = curve.Times[recovery ?? curve.Times.Length - 1];
        var days = (end - curve.Times[peak]).Nanos / (double)Duration.NanosPerDay;
        Instant? recovered = recovery is { } r ? curve.Times[r] : null;
        episodes.Add(new DrawdownEpisode(fraction, curve.Times[peak], curve.Times[trough], recovered, days));
    }
}
