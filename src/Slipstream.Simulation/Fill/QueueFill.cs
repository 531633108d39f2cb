namespace Slipstream.Simulation;

/// <summary>Fills against the book (L2): takers walk it level by level, makers keep a place in the queue.</summary>
/// <param name="QueueModel">What cancels ahead of one's own order are taken to mean.</param>
public sealed record QueueFill(QueueModel QueueModel = QueueModel.Pessimistic) : FillModel
{
    internal override MatcherSet CreateMatchers(Executions executions) => new(new BookMatcher(executions, QueueModel, readsDepth: true));
}
