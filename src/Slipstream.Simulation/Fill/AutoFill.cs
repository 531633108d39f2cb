namespace Slipstream.Simulation;

/// <summary>The finest model that an instrument's data allow: its book as in <see cref="QueueFill"/>, else quotes and trades as in <see cref="QuoteFill"/>, else bars as in <see cref="BarFill"/>.</summary>
/// <param name="MaxVolumeFraction">Bars: share of a bar's volume that own orders may fill in it, 0 (out) to 1.</param>
/// <param name="QueueModel">Book: what cancels ahead of one's own order are taken to mean.</param>
public sealed record AutoFill(double MaxVolumeFraction = BarFill.DefaultMaxVolumeFraction, QueueModel QueueModel = QueueModel.Pessimistic) : FillModel
{
    internal override MatcherSet CreateMatchers(Executions executions) => new(
        new BarMatcher(executions, MaxVolumeFraction, fillsAtLast: false),
        new BookMatcher(executions, QueueModel.Pessimistic, readsDepth: false),
        new BookMatcher(executions, QueueModel, readsDepth: true));
}
