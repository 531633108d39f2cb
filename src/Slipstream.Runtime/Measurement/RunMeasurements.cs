using Slipstream.Quant.Measurement;

namespace Slipstream.Runtime.Measurement;

/// <summary>What a bench wants to know of a run beyond its result. Measuring costs some nanoseconds an order.</summary>
public sealed class RunMeasurements
{
    /// <summary>From the market event's arrival at the core to the order's hand-over to the venue, nanoseconds; null where that is not measured, since it reads a clock at each event.</summary>
    public LatencyHistogram? DecisionToOrder { get; init; }

    /// <summary>Processor time of the core's thread in its loop; null where the system does not tell.</summary>
    public TimeSpan? CoreProcessorTime { get; internal set; }
}
