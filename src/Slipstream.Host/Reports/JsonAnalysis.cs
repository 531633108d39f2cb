using Slipstream.Quant.Performance;
using Slipstream.Runtime.Analysis;
using Slipstream.Runtime.Results;

namespace Slipstream.Host.Reports;

/// <summary>The analysis's part of the JSON report.</summary>
internal static class JsonAnalysis
{
    public static void Write(JsonFields json, RunResult result, RunAnalysis analysis)
    {
        json.Object("performance", () => WritePerformance(json, analysis.Performance));
        json.Array("monthly", analysis.Monthly, year => json.Object(null, () =>
        {
            json.Whole("year", year.Year);
            json.Array("months", year.Months, month => json.Number(month));
            json.Number("total", year.Total);
            json.Number("benchmark", year.Benchmark);
        }));
        json.Object("histogram", () =>
        {
            json.Text("basis", analysis.Histogram.Basis);
            json.Array("edges", analysis.Histogram.Edges, edge => json.Number(edge));
            json.Array("counts", analysis.Histogram.Counts, count => json.Number(count));
            json.Whole("unchanged", analysis.Histogram.Unchanged);
        });
        json.Array("regimes", analysis.Regimes, regime => json.Object(null, () => WriteRegime(json, regime)));
        json.Object("sensitivity", () => WriteSensitivity(json, analysis.Sensitivity));
        json.Array("costsByCause", analysis.Costs, cost => json.Object(null, () =>
        {
            json.Text("cause", cost.Cause);
            json.Number("amount", cost.Amount);
            json.Number("bps", cost.Bps);
        }));
        json.Array("drawdowns", analysis.WorstDrawdowns, episode => json.Object(null, () => WriteEpisode(json, episode)));
        json.Object("refusalsByRule", () =>
        {
            foreach (var (rule, count) in result.RefusalsByRule.OrderBy(r => r.Key, StringComparer.Ordinal))
            {
                json.Whole(rule, count);
            }
        });
        json.Array("notes", result.Notes.Concat(analysis.Notes), json.Element);
    }

    private static void WritePerformance(JsonFields json, PerformanceFigures p)
    {
        json.Whole("days", p.Days);
        json.Number("years", p.Years);
        WriteReturns(json, p.Strategy);
        json.Number("beta", p.Beta);
        json.Number("alphaAnnual", p.AlphaAnnual);
        json.Number("correlation", p.Correlation);
        json.Number("tradedNotional", p.TradedNotional);
        json.Number("turnoverAnnual", p.TurnoverAnnual);
        json.Number("averageGrossExposure", p.AverageGrossExposure);
        json.Number("maxGrossExposure", p.MaxGrossExposure);
        json.Number("averageNetExposure", p.AverageNetExposure);
        json.Number("timeInMarket", p.TimeInMarket);
        if (p.Benchmark is { } benchmark)
        {
            json.Object("benchmark", () => WriteReturns(json, benchmark));
        }
        else
        {
            json.Null("benchmark");
        }
    }

    private static void WriteReturns(JsonFields json, ReturnFigures r)
    {
        json.Number("totalReturn", r.TotalReturn);
        json.Number("cagr", r.Cagr);
        json.Number("volAnnual", r.VolAnnual);
        json.Number("sharpeAnnual", r.SharpeAnnual);
        json.Number("sortinoAnnual", r.SortinoAnnual);
        json.Number("calmar", r.Calmar);
        json.Number("maxDrawdown", r.MaxDrawdown);
        WriteDay(json, "bestDay", r.BestDay);
        WriteDay(json, "worstDay", r.WorstDay);
        json.Number("winRate", r.WinRate);
        json.Number("skewness", r.Skewness);
        json.Number("excessKurtosis", r.ExcessKurtosis);
        json.Number("valueAtRisk95", r.ValueAtRisk95);
        json.Number("expectedShortfall95", r.ExpectedShortfall95);
    }

    private static void WriteDay(JsonFields json, string name, DayReturn? day)
    {
        if (day is not { } d)
        {
            json.Null(name);
            return;
        }

        json.Object(name, () =>
        {
            json.Text("day", Figures.Day(d.Day));
            json.Number("return", d.Return);
        });
    }

    private static void WriteRegime(JsonFields json, RegimeFigures regime)
    {
        json.Text("regime", regime.Regime switch
        {
            MarketRegime.Trend => "trend",
            MarketRegime.MeanRevert => "meanRevert",
            MarketRegime.HighVol => "highVol",
            MarketRegime.Unknown => "unknown",
        });
        json.Whole("days", regime.Days);
        json.Number("return", regime.Return);
        json.Number("benchmarkReturn", regime.BenchmarkReturn);
        json.Number("sharpeAnnual", regime.SharpeAnnual);
        json.Number("pnl", regime.Pnl);
        json.Number("shareOfPnl", regime.ShareOfPnl);
    }

    private static void WriteSensitivity(JsonFields json, CostSensitivity sensitivity)
    {
        json.Number("breakEvenBps", sensitivity.BreakEvenBps);
        json.Array("steps", sensitivity.Steps, step => json.Object(null, () =>
        {
            json.Number("extraBps", step.ExtraBps);
            json.Number("netPnl", step.NetPnl);
            json.Number("return", step.Return);
            json.Number("sharpeAnnual", step.SharpeAnnual);
        }));
    }

    private static void WriteEpisode(JsonFields json, DrawdownEpisode episode)
    {
        json.Number("fraction", episode.Fraction);
        json.Text("peak", episode.Peak.ToString());
        json.Text("trough", episode.Trough.ToString());
        json.Text("recovery", episode.Recovery?.ToString());
        json.Number("lengthDays", episode.LengthDays);
    }
}
