namespace Slipstream.Simulation;

/// <summary>Log-normal times, drawn anew for each message: mostly near the median, at times far above it.</summary>
/// <param name="MedianMillis">Median in milliseconds, the same both ways.</param>
/// <param name="Sigma">Standard deviation of the time's logarithm; 0.5 puts one in forty above 2.7 times the median.</param>
public sealed record LognormalLatency(double MedianMillis, double Sigma) : LatencyModel
{
    private readonly double _medianMicros = Checked(MedianMillis) * 1000;
    private readonly double _sigma = Checked(Sigma);

    /// <inheritdoc/>
    public override Duration DrawOrder(SeededRandom random) => Draw(random);

    /// <inheritdoc/>
    public override Duration DrawReport(SeededRandom random) => Draw(random);

    // Whole microseconds, so that the last bit of Exp on another machine does not move an event.
    private Duration Draw(SeededRandom random)
    {
        var micros = Math.Round(_medianMicros * Math.Exp(_sigma * random.NextNormal()));
        return Duration.FromNanos((long)Math.Min(micros, 1e12) * 1000);
    }

    private static double Checked(double value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        return value;
    }
}
