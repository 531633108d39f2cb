namespace Slipstream.Simulation;

/// <summary>How long an order takes to the venue, and a report back. Messages of one way never overtake each other.</summary>
public abstract record LatencyModel
{
    /// <summary>Returns how long the next order, cancel or replace travels; never negative.</summary>
    public abstract Duration DrawOrder(SeededRandom random);

    /// <summary>Returns how long the next report travels; never negative.</summary>
    public abstract Duration DrawReport(SeededRandom random);
}
