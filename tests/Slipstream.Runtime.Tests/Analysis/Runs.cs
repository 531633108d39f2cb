using Slipstream.Runtime.Results;

namespace Slipstream.Runtime.Tests.Analysis;

/// <summary>Small runs.</summary>
internal static class Runs
{
    public static readonly DateOnly FirstDay = new(2024, 1, 30);

    /// <summary>A run with these equities at the ends of consecutive days, and a benchmark if one is given.</summary>
    public static RunResult Of(double stake, double[] equity, double[]? benchmark = null, double notional = 0)
    {
        var days = equity.Select((e, i) => new DailyPoint(FirstDay.AddDays(i), e, benchmark?[i] ?? 0, notional, notional > 0 ? 1 : 0)).ToArray();
        var points = days.Select(d => new EquityPoint(GoldenRun.EndOf(d.Day), d.Equity, d.Benchmark, Math.Abs(d.Equity) / 2, d.Equity / 2)).ToArray();
        var final = equity.Length == 0 ? stake : equity[^1];
        return new RunResult(Summary(stake) with { FinalEquity = final, NetPnl = final - stake }, days, points, [], new Dictionary<string, long>(), []);
    }

    public static RunSummary Summary(double stake) => new()
    {
        RunId = "run",
        Mode = "BACKTEST",
        Strategy = "s",
        Parameters = new Dictionary<string, string>(),
        VersionHash = "v",
        ConfigHash = "c",
        DatasetHash = "d",
        From = null,
        To = null,
        Currency = "USD",
        StartingCash = stake,
        Events = 0,
        Decisions = 0,
        Intents = 0,
        Refusals = 0,
        Orders = 0,
        Fills = 0,
        FinalEquity = stake,
        NetPnl = 0,
        GrossPnl = 0,
        Fees = 0,
        Funding = 0,
        Costs = new CostTotals(0, 0, 0, 0, 0),
        SharpeAnnual = 0,
        PeriodsPerYear = 365,
        MaxDrawdown = 0,
        StateHash = "h",
        Journal = null,
        EventsPerSecond = 0,
        ElapsedMs = 0,
    };
}
