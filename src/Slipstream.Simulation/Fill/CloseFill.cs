namespace Slipstream.Simulation;

/// <summary>Market orders fill whole and at once at the last price seen; all others as in <see cref="BarFill"/>. Optimistic: nobody trades at a close that is already over.</summary>
/// <param name="MaxVolumeFraction">For all but market orders: share of a bar's volume that own orders may fill in it, 0 (out) to 1.</param>
public sealed record CloseFill(double MaxVolumeFraction = BarFill.DefaultMaxVolumeFraction) : FillModel
{
    internal override MatcherSet CreateMatchers(Executions executions) => new(new BarMatcher(executions, MaxVolumeFraction, fillsAtLast: true));
}
