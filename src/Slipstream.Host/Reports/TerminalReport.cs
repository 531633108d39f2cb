using Slipstream.Host.Reports.Sections;
using Slipstream.Runtime.Analysis;
using Slipstream.Runtime.Results;

namespace Slipstream.Host.Reports;

/// <summary>A run as a short table of plain text.</summary>
public static class TerminalReport
{
    private const int NameWidth = 16;
    private const int ValueWidth = 20;

    public static void Write(RunResult result, RunAnalysis analysis, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(analysis);
        ArgumentNullException.ThrowIfNull(writer);
        var model = new ReportModel(result, analysis);
        var (s, p, own, other) = (model.Summary, model.Performance, model.Performance.Strategy, model.Performance.Benchmark);
        Line($"{OneLine(s.Strategy)}  {OneLine(model.Parameters)}".TrimEnd());
        Line($"{s.Mode}  {OneLine(model.Instruments(3))}  {model.Period}  ({Figures.Count(p.Days)} days)");
        Line("");
        Row("", "strategy", "benchmark");
        Row($"Net PnL {s.Currency}", Figures.Money(s.NetPnl, signed: true), Figures.Money(other?.TotalReturn * s.StartingCash, signed: true));
        Row("Total return", Figures.Percent(own.TotalReturn, signed: true), Figures.Percent(other?.TotalReturn, signed: true));
        Row("CAGR", Figures.Percent(own.Cagr, signed: true), Figures.Percent(other?.Cagr, signed: true));
        Row("Volatility", Figures.Percent(own.VolAnnual), Figures.Percent(other?.VolAnnual));
        Row("Sharpe / Sortino", Pair(own), other is null ? Figures.None : Pair(other));
        Row("Max drawdown", Figures.Percent(own.MaxDrawdown), Figures.Percent(other?.MaxDrawdown));
        Row("Final equity", Figures.Money(s.FinalEquity), "");
        Row("Costs", Figures.Money(analysis.Costs.Sum(c => c.Amount)), $"of which fees {Figures.Money(s.Fees)}");
        Row("Turnover / beta", $"{(p.TurnoverAnnual is { } turnover ? Figures.Number(turnover, 1) + "x" : Figures.None)} / {Figures.Number(p.Beta)}", BreakEven(analysis));
        Line("");
        Line($"{Figures.Count(s.Events)} events, {Figures.Count(s.Intents)} intents, {Figures.Count(s.Refusals)} refused, {Figures.Count(s.Orders)} orders, {Figures.Count(s.Fills)} fills");
        if (result.RefusalsByRule.Count > 0)
        {
            Line($"refused by {string.Join(", ", result.RefusalsByRule.Select(r => $"{r.Key} ({Figures.Count(r.Value)})"))}");
        }

        Line($"{Figures.Compact(s.EventsPerSecond)} events/s, {Figures.Number(s.ElapsedMs / 1000)} s in all; state {Short(s.StateHash)}{(s.Journal is null ? "" : $"; journal {OneLine(s.Journal)}")}");

        void Line(string text) => writer.WriteLine(text.Replace('−', '-'));

        void Row(string name, string strategy, string benchmark) =>
            Line($"{name.PadRight(NameWidth)}  {strategy.PadLeft(ValueWidth)}  {benchmark.PadLeft(ValueWidth)}".TrimEnd());
    }

    private static string BreakEven(RunAnalysis analysis) =>
        analysis.Sensitivity.BreakEvenBps is { } bps ? $"breaks even at {Figures.Number(bps, 1, signed: true)} bps" : "";

    private static string Pair(ReturnFigures figures) => $"{Figures.Number(figures.SharpeAnnual)} / {Figures.Number(figures.SortinoAnnual)}";

    private static string Short(string hash) => hash.Length > 12 ? hash[..12] : hash;

    /// <summary>Control characters would let a name move the cursor or forge lines.</summary>
    private static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
}
