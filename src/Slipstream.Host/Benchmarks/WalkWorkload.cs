using Slipstream.Domain;
using Slipstream.Quant.Measurement;
using Slipstream.Runtime.Configuration;
using Slipstream.Runtime.Measurement;
using Slipstream.Runtime.Results;
using Slipstream.Runtime.Runs;
using Slipstream.Runtime.StrategyLoading;
using Slipstream.Simulation;

namespace Slipstream.Host.Benchmarks;

/// <summary>The EMA cross on the reference walk: risk, orders, positions and journal on, one thread for the core.</summary>
internal sealed class WalkWorkload(string name, string description, int symbols) : Workload(name, description)
{
    public override Figures Run(int warmRuns)
    {
        var figures = new Figures(Description);
        var cold = Backtest(20, 50, journal: true, null);
        figures.Add("events", cold.Summary.Events);
        if (symbols == 1)
        {
            figures.Check("orders 20/50", "21181", $"{cold.Summary.Orders}");
            figures.Check("finalEquity 20/50", "9981861.53", $"{cold.Summary.FinalEquity:F2}");
            var slow = Backtest(500, 2000, journal: false, null);
            figures.Check("orders 500/2000", "637", $"{slow.Summary.Orders}");
            figures.Check("finalEquity 500/2000", "10003179.07", $"{slow.Summary.FinalEquity:F2}");
        }
        else
        {
            figures.Add("orders 20/50", cold.Summary.Orders);
            figures.Add("finalEquity 20/50", cold.Summary.FinalEquity);
        }

        figures.Add("coldEventsPerSecond", cold.Summary.EventsPerSecond);
        figures.Add("coldElapsedMs", cold.Summary.ElapsedMs);
        var warm = Enumerable.Range(0, warmRuns).Select(_ => Backtest(20, 50, journal: true, null).Summary).ToList();
        figures.Add("warmEventsPerSecond (median)", Median(warm.Select(r => r.EventsPerSecond)));
        figures.Add("warmEventsPerSecond (best)", warm.Count == 0 ? double.NaN : warm.Max(r => r.EventsPerSecond));
        figures.Add("warmElapsedMs (median)", Median(warm.Select(r => r.ElapsedMs)));
        var bare = Enumerable.Range(0, warmRuns).Select(_ => Backtest(20, 50, journal: false, null).Summary).ToList();
        figures.Add("withoutJournal (median events/s)", Median(bare.Select(r => r.EventsPerSecond)));
        Latency(figures);
        figures.Add("peakMegabytes", Environment.WorkingSet / 1e6);
        figures.Add("jit", $"TieredCompilation={Setting("System.Runtime.TieredCompilation")}, TieredPGO={Setting("System.Runtime.TieredPGO")}");
        return figures;
    }

    public override void Write(string path)
    {
        using var walk = Walk();
        WalkCsv.Write(walk, path);
    }

    private void Latency(Figures figures)
    {
        var measured = new RunMeasurements();
        var run = Backtest(20, 50, journal: true, measured).Summary;
        var idle = new RunMeasurements();
        Backtest(20, 1_000_000, journal: true, idle);
        if (measured.CoreProcessorTime is { } all && idle.CoreProcessorTime is { } events)
        {
            figures.Add("processor ns per event, no orders", events.TotalNanoseconds / run.Events);
            figures.Add("processor events/s, with orders", run.Events / all.TotalSeconds);
            figures.Add("processor ns per order, whole life", (all - events).TotalNanoseconds / run.Orders);
        }

        var histogram = new LatencyHistogram();
        Backtest(20, 50, journal: true, new RunMeasurements { DecisionToOrder = histogram });
        figures.Add("decisionToOrder p50 ns", histogram.ValueAtQuantile(0.5));
        figures.Add("decisionToOrder p99 ns", histogram.ValueAtQuantile(0.99));
        figures.Add("decisionToOrder p99.9 ns", histogram.ValueAtQuantile(0.999));
        figures.Add("decisionToOrder max ns", histogram.Max);
    }

    /// <summary>Runs the EMA cross once.</summary>
    /// <param name="fast">Bars of the fast average.</param>
    /// <param name="slow">Bars of the slow average.</param>
    /// <param name="journal">Folder of the journal; null for none.</param>
    /// <param name="measurements">What to measure; null for nothing.</param>
    public RunResult Backtest(int fast, int slow, string? journal, RunMeasurements? measurements)
    {
        var settings = new ConfigDocument();
        settings.Set("strategy", "ema-cross", Name);
        settings.Set("parameters.fast", $"{fast}", Name);
        settings.Set("parameters.slow", $"{slow}", Name);
        settings.Set("parameters.quantity", "1", Name);
        settings.Set("account.cash", "10000000", Name);
        settings.Set("execution.fill", "close", Name);
        settings.Set("execution.fee.model", "fixed", Name);
        settings.Set("execution.fee.amount", "1", Name);
        if (journal is not null)
        {
            settings.Set("journal.directory", journal, Name);
        }

        var config = RunConfig.From(settings, Mode.Backtest);
        using var walk = Walk();
        return SimulatedRun.Execute(new RunPlan
        {
            Config = config,
            Strategy = StrategyLoader.Load("ema-cross", config.Parameters),
            Data = walk,
            Measurements = measurements,
        });
    }

    private RunResult Backtest(int fast, int slow, bool journal, RunMeasurements? measurements)
    {
        using var folder = new BenchFolder();
        return Backtest(fast, slow, journal ? folder.Path : null, measurements);
    }

    private ReferenceWalk Walk() => symbols == 1 ? ReferenceWalk.S1() : ReferenceWalk.S10();

    private static string Setting(string name) => AppContext.GetData(name)?.ToString() ?? "default";
}
