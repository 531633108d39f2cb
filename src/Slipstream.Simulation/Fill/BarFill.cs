namespace Slipstream.Simulation;

/// <summary>Fills against bars, pessimistic about the path inside a bar: market orders at the next open, limits only when traded through.</summary>
/// <param name="MaxVolumeFraction">Share of a bar's volume that own orders may fill in it, 0 (out) to 1.</param>
public sealed record BarFill(double MaxVolumeFraction = BarFill.DefaultMaxVolumeFraction) : FillModel
{
    /// <summary>A quarter of the volume.</summary>
    public const double DefaultMaxVolumeFraction = 0.25;

    internal override MatcherSet CreateMatchers(Executions executions) => new(new BarMatcher(executions, MaxVolumeFraction, fillsAtLast: false));
}
