using System.Text.Json;
using Slipstream.Quant.Performance;

namespace Slipstream.Quant.Tests.Golden;

public sealed class PerformanceGoldenTests
{
    private const double Tolerance = 1e-10;
    private const double DaysPerYear = 365;

    private static readonly GoldenTable Series = new("returns.csv");
    private static readonly double[] Returns = Series.Numbers("return");
    private static readonly double[] Benchmark = Series.Numbers("benchmark");
    private static readonly double[] Equity = Series.Numbers("equity");

    private static readonly Dictionary<string, Func<double>> Statistics = new()
    {
        ["Mean"] = () => ReturnStatistics.Mean(Returns),
        ["StandardDeviation"] = () => ReturnStatistics.StandardDeviation(Returns),
        ["VolAnnual"] = () => ReturnStatistics.VolAnnual(Returns, DaysPerYear),
        ["Skewness"] = () => ReturnStatistics.Skewness(Returns),
        ["ExcessKurtosis"] = () => ReturnStatistics.ExcessKurtosis(Returns),
        ["Sharpe"] = () => PerformanceRatios.Sharpe(Returns, DaysPerYear),
        ["Sortino"] = () => PerformanceRatios.Sortino(Returns, DaysPerYear),
        ["Cagr"] = () => EquityCurve.Cagr(Returns, DaysPerYear),
        ["Calmar"] = () => PerformanceRatios.Calmar(Returns, DaysPerYear),
        ["MaxDrawdown"] = () => Drawdowns.Maximum(Equity).Fraction,
        ["PeakIndex"] = () => Drawdowns.Maximum(Equity).PeakIndex,
        ["TroughIndex"] = () => Drawdowns.Maximum(Equity).TroughIndex,
        ["RecoveryIndex"] = () => Drawdowns.Maximum(Equity).RecoveryIndex ?? -1,
        ["Alpha"] = () => BenchmarkFit.Of(Returns, Benchmark).Alpha,
        ["Beta"] = () => BenchmarkFit.Of(Returns, Benchmark).Beta,
        ["Correlation"] = () => BenchmarkFit.Of(Returns, Benchmark).Correlation,
        ["ValueAtRisk95"] = () => TailRisk.ValueAtRisk(Returns, 0.95),
        ["ValueAtRisk99"] = () => TailRisk.ValueAtRisk(Returns, 0.99),
        ["ExpectedShortfall95"] = () => TailRisk.ExpectedShortfall(Returns, 0.95),
        ["ExpectedShortfall99"] = () => TailRisk.ExpectedShortfall(Returns, 0.99),
    };

    private static readonly Dictionary<string, double> Expected =
        JsonSerializer.Deserialize<Dictionary<string, double>>(File.ReadAllText(GoldenTable.PathOf("performance.json")))!;

    public static TheoryData<string> Names => [.. Expected.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_statistic_agrees_with_numpy_scipy_or_statsmodels(string name) =>
        Approximately.Same(Expected[name], Statistics[name](), Tolerance, name);

    [Fact]
    public void The_equity_curve_compounds_as_numpy_does()
    {
        double[] equity = new double[Returns.Length];
        EquityCurve.FromReturns(Returns, equity);
        AssertSame(Equity, equity);
    }

    [Fact]
    public void The_drawdown_series_agrees_with_the_cumulative_maximum_of_pandas()
    {
        double[] drawdowns = new double[Equity.Length];
        Drawdowns.Series(Equity, drawdowns);
        AssertSame(Series.Numbers("drawdown"), drawdowns);
    }

    [Fact]
    public void The_histogram_agrees_with_numpy()
    {
        var table = new GoldenTable("histogram.csv");
        var histogram = new ReturnHistogram(Returns, table.RowCount);
        AssertSame(table.Numbers("edge"), histogram.Edges[..^1].ToArray());
        Assert.Equal(table.Numbers("count"), histogram.Counts.ToArray().Select(count => (double)count));
    }

    [Fact]
    public void Regimes_agree_with_percentile_ranks_and_efficiency_ratios_over_whole_windows()
    {
        var regimes = new MarketRegime[Benchmark.Length];
        RegimeClassifier.Classify(Benchmark, regimes);
        Assert.Equal(Series.Text("regime"), regimes.Select(regime => regime.ToString()));
    }

    private static void AssertSame(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            Approximately.Same(expected[i], actual[i], Tolerance, $"element {i}");
        }
    }
}
