using Slipstream.Domain;
using Slipstream.Runtime.Configuration;
using Slipstream.Simulation;

namespace Slipstream.Runtime.Runs;

/// <summary>Makes the simulated venue's models from the configuration.</summary>
public static class ExecutionModelFactory
{
    /// <summary>Returns the models that a checked configuration names.</summary>
    public static ExecutionModel From(RunConfig config) => new(Fill(config), Latency(config), Fee(config), Spread(config), Impact(config));

    private static FillModel Fill(RunConfig config)
    {
        var volume = config.Number("execution.maxVolumeFraction")!.Value;
        var queue = config.Text("execution.queue") == "proportional" ? QueueModel.Proportional : QueueModel.Pessimistic;
        return config.Text("execution.fill") switch
        {
            "close" => new CloseFill(volume),
            "bar" => new BarFill(volume),
            "quote" => new QuoteFill(),
            "queue" => new QueueFill(queue),
            _ => new AutoFill(volume, queue),
        };
    }

    private static LatencyModel Latency(RunConfig config) => config.Text("execution.latency.model") switch
    {
        "fixed" => new FixedLatency(config.Number("execution.latency.orderMillis")!.Value, config.Number("execution.latency.reportMillis")!.Value),
        "lognormal" => new LognormalLatency(config.Number("execution.latency.orderMillis")!.Value, config.Number("execution.latency.sigma")!.Value),
        _ => new NoLatency(),
    };

    private static FeeModel Fee(RunConfig config)
    {
        var currency = config.Text("execution.fee.currency") == "base" ? FeeCurrency.Base : FeeCurrency.Quote;
        return config.Text("execution.fee.model") switch
        {
            "fixed" => new FixedFee(Price.Parse(config.Text("execution.fee.amount")!)),
            "bps" => new BpsFee(config.Number("execution.fee.makerBps")!.Value, config.Number("execution.fee.takerBps")!.Value, currency),
            "none" => new NoFee(),
            _ => new InstrumentFee(currency),
        };
    }

    private static SpreadModel Spread(RunConfig config) => config.Text("execution.spread.model") switch
    {
        "fixed" => new FixedSpread(config.Number("execution.spread.bps")!.Value),
        "quote" => new QuotedSpread(),
        _ => new NoSpread(),
    };

    private static ImpactModel Impact(RunConfig config) => config.Text("execution.impact.model") == "square-root"
        ? new SquareRootImpact(config.Number("execution.impact.y")!.Value, config.Number("execution.impact.temporaryShare")!.Value, config.Number("execution.impact.volDaily"), config.Number("execution.impact.adv"))
        : new NoImpact();
}
