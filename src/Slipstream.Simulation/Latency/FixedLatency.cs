namespace Slipstream.Simulation;

/// <summary>The same time for every message of a kind.</summary>
/// <param name="OrderMillis">Milliseconds to the venue.</param>
/// <param name="ReportMillis">Milliseconds back.</param>
public sealed record FixedLatency(double OrderMillis, double ReportMillis) : LatencyModel
{
    private readonly Duration _order = Of(OrderMillis);
    private readonly Duration _report = Of(ReportMillis);

    /// <inheritdoc/>
    public override Duration DrawOrder(SeededRandom random) => _order;

    /// <inheritdoc/>
    public override Duration DrawReport(SeededRandom random) => _report;

    private static Duration Of(double millis)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(millis);
        return Duration.FromNanos(checked((long)Math.Round(millis * 1e6)));
    }
}
