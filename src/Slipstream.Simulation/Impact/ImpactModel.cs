namespace Slipstream.Simulation;

/// <summary>How far an order that takes liquidity moves its own price.</summary>
public abstract record ImpactModel
{
    /// <summary>Does it read the streaming estimates of <see cref="MarketActivity"/>? Without need they are not kept.</summary>
    public abstract bool NeedsActivity { get; }

    /// <summary>Share of the impact that fades, 0 to 1; the rest stays in the price.</summary>
    public abstract double TemporaryShare { get; }

    /// <summary>Returns the impact as a fraction of the price; 0.0012 is 12 bp.</summary>
    /// <param name="quantity">Filled so far of the order, this fill included, in base units.</param>
    /// <param name="activity">The market's past.</param>
    public abstract double Fraction(double quantity, in MarketActivity activity);
}
