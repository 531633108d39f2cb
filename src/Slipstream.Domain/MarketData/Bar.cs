namespace Slipstream.Domain;

/// <summary>Open, high, low, close and volume of a step of time.</summary>
/// <param name="Time">End of the step: when the bar is known.</param>
/// <param name="StepSeconds">Length of the step in seconds; 0 where it is not regular.</param>
/// <param name="Open">First price.</param>
/// <param name="High">Highest price.</param>
/// <param name="Low">Lowest price.</param>
/// <param name="Close">Last price.</param>
/// <param name="Volume">Base units traded; 0 where the source has none.</param>
public readonly record struct Bar(Instant Time, uint StepSeconds, Price Open, Price High, Price Low, Price Close, double Volume)
{
    /// <summary>Start of the step.</summary>
    public Instant OpenTime => Time - Duration.FromSeconds(StepSeconds);
}
