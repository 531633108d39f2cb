using Slipstream.Quant.Indicators;
using Slipstream.Quant.Tests.Indicators;

namespace Slipstream.Quant.Tests.Golden;

public sealed class IndicatorGoldenTests
{
    private const double Tolerance = 1e-10;

    private static readonly GoldenTable Expected = new("indicators.csv");

    public static TheoryData<string> Names => Subjects.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_output_agrees_with_pandas_or_statsmodels_from_the_first_ready_bar_on(string name)
    {
        Subject subject = Subjects.Named(name);
        double[][] expected = [.. subject.Columns.Select(Expected.Numbers)];
        IIndicator indicator = subject.Create();
        Bar[] bars = name == "ewma_vol_35" ? Returns() : Bars();
        for (int t = 0; t < bars.Length; t++)
        {
            subject.Update(indicator, bars[t]);
            double[] actual = subject.Read(indicator);
            for (int k = 0; k < actual.Length; k++)
            {
                Approximately.Same(expected[k][t], actual[k], Tolerance, $"{subject.Columns[k]}, bar {t}");
            }
        }
    }

    [Fact]
    public void Every_golden_column_is_tested() =>
        Assert.Equal(Expected.Columns.Order(), Subjects.All.SelectMany(s => s.Columns).Distinct().Order());

    private static Bar[] Bars()
    {
        var table = new GoldenTable("bars.csv");
        double[][] columns = [.. new[] { "high", "low", "close", "volume", "other" }.Select(table.Numbers)];
        return [.. Enumerable.Range(0, table.RowCount)
            .Select(t => new Bar(columns[0][t], columns[1][t], columns[2][t], columns[3][t], columns[4][t]))];
    }

    private static Bar[] Returns()
    {
        Bar[] bars = Bars();
        return [.. bars.Select((bar, t) => bar with { Other = t == 0 ? 0 : bar.Close / bars[t - 1].Close - 1 })];
    }
}
