using System.Text.Json;
using Slipstream.Runtime.Analysis;

namespace Slipstream.Runtime.Tests.Analysis;

/// <summary>Every figure against numpy and pandas.</summary>
public sealed class RunAnalysisGoldenTests
{
    private static readonly RunAnalysis Analysis = RunAnalysis.Of(GoldenRun.Result);
    private static readonly JsonElement Expected = GoldenRun.Expected;

    [Fact]
    public void Performance_of_strategy_and_benchmark_agrees()
    {
        Same(Expected.GetProperty("strategy"), Analysis.Performance.Strategy);
        Same(Expected.GetProperty("benchmark"), Analysis.Performance.Benchmark!);
    }

    [Fact]
    public void Relation_to_the_benchmark_turnover_and_exposure_agree()
    {
        var p = Analysis.Performance;
        Assert.Equal(Expected.GetProperty("days").GetInt32(), p.Days);
        Same(Expected, "years", p.Years);
        Same(Expected, "beta", p.Beta);
        Same(Expected, "alphaAnnual", p.AlphaAnnual);
        Same(Expected, "correlation", p.Correlation);
        Same(Expected, "tradedNotional", p.TradedNotional);
        Same(Expected, "turnoverAnnual", p.TurnoverAnnual);
        Same(Expected, "averageGrossExposure", p.AverageGrossExposure);
        Same(Expected, "maxGrossExposure", p.MaxGrossExposure);
        Same(Expected, "averageNetExposure", p.AverageNetExposure);
        Same(Expected, "timeInMarket", p.TimeInMarket);
    }

    [Fact]
    public void Monthly_table_agrees() => Each("monthly", Analysis.Monthly, (e, year) =>
    {
        Assert.Equal(e.GetProperty("year").GetInt32(), year.Year);
        Same(e, "total", year.Total);
        Same(e, "benchmark", year.Benchmark);
        var months = e.GetProperty("months").EnumerateArray().ToArray();
        Assert.Equal(12, year.Months.Count);
        for (var i = 0; i < 12; i++)
        {
            Same(months[i], year.Months[i], $"month {i + 1} of {year.Year}");
        }
    });

    [Fact]
    public void Histogram_agrees()
    {
        var e = Expected.GetProperty("histogram");
        Assert.Equal("daily", Analysis.Histogram.Basis);
        Assert.Equal(e.GetProperty("unchanged").GetInt32(), Analysis.Histogram.Unchanged);
        Assert.Equal(e.GetProperty("counts").EnumerateArray().Select(c => c.GetInt32()), Analysis.Histogram.Counts);
        var edges = e.GetProperty("edges").EnumerateArray().ToArray();
        Assert.Equal(edges.Length, Analysis.Histogram.Edges.Count);
        Assert.All(edges.Zip(Analysis.Histogram.Edges), pair => Same(pair.First, pair.Second, "edge"));
    }

    [Fact]
    public void Drawdown_series_agrees() =>
        Each("drawdownSeries", Analysis.DrawdownSeries, (e, point) => Same(e, point.Fraction, "drawdown"));

    [Fact]
    public void The_five_worst_drawdowns_agree_in_depth_dates_and_length()
    {
        Each("drawdowns", Analysis.WorstDrawdowns, (e, d) =>
        {
            Same(e, "fraction", d.Fraction);
            Same(e, "lengthDays", d.LengthDays);
            Assert.Equal(Day(e, "peak"), d.Peak.ToString());
            Assert.Equal(Day(e, "trough"), d.Trough.ToString());
            Assert.Equal(Day(e, "recovery"), d.Recovery?.ToString());
        });
        Assert.Equal(Analysis.WorstDrawdowns[0], Analysis.Performance.DeepestDrawdown);

        static string? Day(JsonElement e, string name) =>
            e.GetProperty(name).GetString() is { } text ? GoldenRun.EndOf(DateOnly.Parse(text, null)).ToString() : null;
    }

    [Fact]
    public void Regimes_agree() => Each("regimes", Analysis.Regimes, (e, r) =>
    {
        Assert.Equal(e.GetProperty("regime").GetString(), r.Regime.ToString());
        Assert.Equal(e.GetProperty("days").GetInt32(), r.Days);
        Same(e, "return", r.Return);
        Same(e, "benchmarkReturn", r.BenchmarkReturn);
        Same(e, "sharpeAnnual", r.SharpeAnnual);
        Same(e, "pnl", r.Pnl);
        Same(e, "shareOfPnl", r.ShareOfPnl);
    });

    [Fact]
    public void Sensitivity_and_costs_agree()
    {
        Each("sensitivity", Analysis.Sensitivity.Steps, (e, step) =>
        {
            Same(e, "extraBps", step.ExtraBps);
            Same(e, "netPnl", step.NetPnl);
            Same(e, "return", step.Return);
            Same(e, "sharpeAnnual", step.SharpeAnnual);
        });
        Same(Expected, "breakEvenBps", Analysis.Sensitivity.BreakEvenBps);
        Assert.All(Analysis.Costs, cost => Same(Expected.GetProperty("costsBps"), cost.Cause, cost.Bps));
    }

    private static void Same(JsonElement e, ReturnFigures f)
    {
        Same(e, "totalReturn", f.TotalReturn);
        Same(e, "cagr", f.Cagr);
        Same(e, "volAnnual", f.VolAnnual);
        Same(e, "sharpeAnnual", f.SharpeAnnual);
        Same(e, "sortinoAnnual", f.SortinoAnnual);
        Same(e, "calmar", f.Calmar);
        Same(e, "maxDrawdown", f.MaxDrawdown);
        Same(e, "bestDay", f.BestDay?.Return);
        Same(e, "worstDay", f.WorstDay?.Return);
        Assert.Equal(GoldenRun.Result.Days[e.GetProperty("bestDayIndex").GetInt32()].Day, f.BestDay?.Day);
        Assert.Equal(GoldenRun.Result.Days[e.GetProperty("worstDayIndex").GetInt32()].Day, f.WorstDay?.Day);
        Same(e, "winRate", f.WinRate);
        Same(e, "skewness", f.Skewness);
        Same(e, "excessKurtosis", f.ExcessKurtosis);
        Same(e, "valueAtRisk95", f.ValueAtRisk95);
        Same(e, "expectedShortfall95", f.ExpectedShortfall95);
    }

    private static void Each<T>(string name, IReadOnlyList<T> actual, Action<JsonElement, T> compare)
    {
        var expected = Expected.GetProperty(name).EnumerateArray().ToArray();
        Assert.Equal(expected.Length, actual.Count);
        for (var i = 0; i < expected.Length; i++)
        {
            compare(expected[i], actual[i]);
        }
    }

    private static void Same(JsonElement e, string name, double? actual) => Same(e.GetProperty(name), actual, name);

    private static void Same(JsonElement expected, double? actual, string name)
    {
        if (expected.ValueKind == JsonValueKind.Null)
        {
            Assert.Null(actual);
            return;
        }

        Assert.NotNull(actual);
        var tolerance = 1e-9 * Math.Max(1, Math.Abs(expected.GetDouble()));
        Assert.True(Math.Abs(expected.GetDouble() - actual.Value) <= tolerance, $"{name}: expected {expected.GetDouble():R}, got {actual.Value:R}");
    }
}
