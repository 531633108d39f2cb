namespace Slipstream.Simulation;

/// <summary>How the simulated venue treats orders: each part is a model of its own, chosen by name in the configuration.</summary>
/// <param name="Fill">When and at which reference price orders fill.</param>
/// <param name="Latency">How long orders and reports travel.</param>
/// <param name="Fee">What the venue charges.</param>
/// <param name="Spread">What takers pay for immediacy beyond the reference price.</param>
/// <param name="Impact">What takers pay for moving the market.</param>
public sealed record ExecutionModel(FillModel Fill, LatencyModel Latency, FeeModel Fee, SpreadModel Spread, ImpactModel Impact)
{
    /// <summary>The finest fill model that each instrument's data allow, the instrument's own fees, nothing else.</summary>
    public static ExecutionModel Default { get; } = new(new AutoFill(), new NoLatency(), new InstrumentFee(), new NoSpread(), new NoImpact());
}
