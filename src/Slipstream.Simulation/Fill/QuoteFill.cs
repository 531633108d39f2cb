namespace Slipstream.Simulation;

/// <summary>Fills against best bid and ask and trades (L1): takers get the displayed size, makers wait behind it.</summary>
public sealed record QuoteFill : FillModel
{
    internal override MatcherSet CreateMatchers(Executions executions) => new(new BookMatcher(executions, QueueModel.Pessimistic, readsDepth: false));
}
