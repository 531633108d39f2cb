namespace Slipstream.Simulation;

/// <summary>Everything arrives at once.</summary>
public sealed record NoLatency : LatencyModel
{
    /// <inheritdoc/>
    public override Duration DrawOrder(SeededRandom random) => Duration.Zero;

    /// <inheritdoc/>
    public override Duration DrawReport(SeededRandom random) => Duration.Zero;
}
