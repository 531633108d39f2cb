namespace Slipstream.Simulation;

/// <summary>A spread that is a fixed fraction of the price; takers pay half of it.</summary>
/// <param name="Bps">The whole spread in basis points of the price.</param>
public sealed record FixedSpread(double Bps) : SpreadModel
{
    private readonly double _half = Bps >= 0 ? Bps / 20_000 : throw new ArgumentOutOfRangeException(nameof(Bps), Bps, "A spread is never negative.");

    /// <inheritdoc/>
    public override double HalfSpread(double reference, double quotedSpread) => Math.Abs(reference) * _half;
}
