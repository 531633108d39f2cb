namespace Slipstream.Simulation;

/// <summary>Orders do not move their price.</summary>
public sealed record NoImpact : ImpactModel
{
    /// <inheritdoc/>
    public override bool NeedsActivity => false;

    /// <inheritdoc/>
    public override double TemporaryShare => 1;

    /// <inheritdoc/>
    public override double Fraction(double quantity, in MarketActivity activity) => 0;
}
