namespace Slipstream.Simulation;

/// <summary>When orders fill, and at which reference price, before spread and impact.</summary>
public abstract record FillModel
{
    private protected FillModel()
    {
    }

    // Which matcher an instrument starts with, and which takes over when an event of a finer kind comes.
    internal abstract MatcherSet CreateMatchers(Executions executions);
}
