using Slipstream.Domain;
using Slipstream.Runtime.Results;

namespace Slipstream.Runtime.Analysis;

/// <summary>The finer of the run's two pairs of curves, the stake before its first point; empty if there is none.</summary>
internal sealed record EquityCurvePoints(Instant[] Times, double[] Equity, double[] Benchmark)
{
    public static EquityCurvePoints Of(RunResult result)
    {
        var stake = result.Summary.StartingCash;
        var points = result.Equity.Count >= result.Days.Count
            ? result.Equity.Select(p => (p.Time, p.Equity, p.Benchmark))
            : result.Days.Select(d => (Time: EndOf(d.Day), d.Equity, d.Benchmark));
        var finite = points.Where(p => double.IsFinite(p.Equity)).ToArray();
        if (finite.Length == 0 || !Defined.IsPositive(stake))
        {
            return new EquityCurvePoints([], [], []);
        }

        return new EquityCurvePoints(
            [finite[0].Time, .. finite.Select(p => p.Time)], [stake, .. finite.Select(p => p.Equity)], [stake, .. finite.Select(p => p.Benchmark)]);
    }

    private static Instant EndOf(DateOnly day) => Instant.FromUtc(day.Year, day.Month, day.Day) + Duration.FromNanos(Duration.NanosPerDay);
}
