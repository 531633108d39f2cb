namespace Slipstream.Simulation;

/// <summary>Nothing is added.</summary>
public sealed record NoSpread : SpreadModel
{
    /// <inheritdoc/>
    public override double HalfSpread(double reference, double quotedSpread) => 0;
}
