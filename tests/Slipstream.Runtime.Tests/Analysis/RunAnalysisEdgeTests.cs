using System.Collections;
using FsCheck;
using FsCheck.Fluent;
using Slipstream.Quant.Performance;
using Slipstream.Runtime.Analysis;

namespace Slipstream.Runtime.Tests.Analysis;

/// <summary>Runs that have little or nothing to analyse.</summary>
public sealed class RunAnalysisEdgeTests
{
    [Fact]
    public void A_run_without_events_has_no_figures_and_says_so()
    {
        var analysis = RunAnalysis.Of(Runs.Of(1000, []));
        Assert.Null(analysis.Performance.Strategy.SharpeAnnual);
        Assert.Null(analysis.Performance.Benchmark);
        Assert.Null(analysis.Sensitivity.BreakEvenBps);
        Assert.Empty(analysis.Monthly);
        Assert.Empty(analysis.WorstDrawdowns);
        Assert.Empty(analysis.Histogram.Counts);
        Assert.Contains(analysis.Notes, n => n.Contains("no days", StringComparison.Ordinal));
    }

    [Fact]
    public void A_run_without_trades_is_flat_and_has_no_break_even()
    {
        var analysis = RunAnalysis.Of(Runs.Of(1000, [1000, 1000, 1000], [1000, 1010, 1020]));
        Assert.Equal(0, analysis.Performance.Strategy.TotalReturn);
        Assert.Null(analysis.Performance.Strategy.WinRate);
        Assert.Null(analysis.Performance.Strategy.SortinoAnnual);
        Assert.Null(analysis.Sensitivity.BreakEvenBps);
        Assert.Equal(3, analysis.Histogram.Unchanged);
        Assert.All(analysis.Costs, c => Assert.Null(c.Bps));
        Assert.Null(analysis.Performance.DeepestDrawdown);
    }

    [Fact]
    public void One_day_has_a_return_but_no_deviation_and_no_extrapolated_growth()
    {
        var analysis = RunAnalysis.Of(Runs.Of(1000, [1010], [1000], notional: 500));
        Assert.Equal(0.01, analysis.Performance.Strategy.BestDay!.Value.Return, 12);
        Assert.Null(analysis.Performance.Strategy.SharpeAnnual);
        Assert.Null(analysis.Performance.Strategy.Cagr);
        Assert.Null(analysis.Performance.TurnoverAnnual);
        Assert.Null(analysis.Performance.Beta);
        Assert.Equal(200, analysis.Sensitivity.BreakEvenBps!.Value, 9);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(-300.0)]
    public void Returns_end_on_the_day_that_lost_the_account(double left)
    {
        var analysis = RunAnalysis.Of(Runs.Of(1000, [900, left, 500], [1000, 1000, 1000], notional: 100));
        Assert.Equal(2, analysis.Performance.Days);
        Assert.Equal(Runs.FirstDay.AddDays(1), analysis.Performance.Strategy.WorstDay!.Value.Day);
        Assert.Contains(analysis.Notes, n => n.Contains("lost on 2024-01-31", StringComparison.Ordinal));
        Assert.True(analysis.WorstDrawdowns[0].Fraction >= 1);
    }

    [Fact]
    public void Months_begin_where_the_last_one_ended()
    {
        var year = Assert.Single(RunAnalysis.Of(Runs.Of(100, [110, 121, 133.1, 119.79])).Monthly);
        Assert.Equal(0.21, year.Months[0]!.Value, 12);
        Assert.Equal((119.79 / 121) - 1, year.Months[1]!.Value, 12);
        Assert.Null(year.Months[2]);
        Assert.Equal(0.1979, year.Total, 12);
        Assert.Null(year.Benchmark);
    }

    [Fact]
    public void A_short_run_takes_its_histogram_from_the_equity_points()
    {
        var run = Runs.Of(1000, [1000]);
        var start = run.Equity[0].Time;
        var hours = Enumerable.Range(0, 24).Select(h => run.Equity[0] with { Time = start + Domain.Duration.FromSeconds(3600 * h), Equity = 1000 + (h % 5) }).ToArray();
        var analysis = RunAnalysis.Of(run with { Equity = hours });
        Assert.Equal("hourly", analysis.Histogram.Basis);
        Assert.Equal(23, analysis.Histogram.Counts.Sum());
        Assert.Contains(analysis.Notes, n => n.Contains("hourly returns", StringComparison.Ordinal));
        Assert.Equal(24, analysis.DrawdownSeries.Count);
    }

    [Fact]
    public void Without_enough_history_no_day_is_classified()
    {
        var analysis = RunAnalysis.Of(Runs.Of(1000, [1001, 1002], [1000, 1003]));
        Assert.Equal(2, analysis.Regimes.Single(r => r.Regime == MarketRegime.Unknown).Days);
        Assert.Contains(analysis.Notes, n => n.Contains("80 days of history", StringComparison.Ordinal));
    }

    [Fact]
    public void Whatever_the_curves_no_figure_is_infinite_or_not_a_number()
    {
        var values = Gen.Elements(0.0, -5, 1e-9, 1, 1000, 1000.01, 1e15, 1e300, double.NaN, double.PositiveInfinity);
        var curves = Gen.ListOf(values.Two()).ToArbitrary();
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(400), Prop.ForAll(curves, Gen.Elements(1000.0, 0, -1, double.NaN).ToArbitrary(), (days, stake) =>
        {
            var run = Runs.Of(stake, [.. days.Select(d => d.Item1)], [.. days.Select(d => d.Item2)], notional: days.Count % 3 * 1e10);
            Assert.Empty(Numbers(RunAnalysis.Of(run), "").Where(n => !double.IsFinite(n.Value)).Select(n => n.Path));
        }));
    }

    private static IEnumerable<(string Path, double Value)> Numbers(object? value, string path) => value switch
    {
        null or string or DateOnly or Enum or int or Domain.Instant => [],
        double number => [(path, number)],
        IEnumerable items => items.Cast<object?>().SelectMany(item => Numbers(item, path + "[]")),
        _ => value.GetType().GetProperties().SelectMany(p => Numbers(p.GetValue(value), $"{path}.{p.Name}")),
    };
}
