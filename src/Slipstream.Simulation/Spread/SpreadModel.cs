namespace Slipstream.Simulation;

/// <summary>What a taker pays for immediacy beyond the reference price of the fill model.</summary>
public abstract record SpreadModel
{
    /// <summary>Returns half of the spread to add to the reference price, in quote currency per base unit.</summary>
    /// <param name="reference">The reference price.</param>
    /// <param name="quotedSpread">Ask less bid as last quoted; 0 where the reference price is itself a quote, or nothing was quoted.</param>
    public abstract double HalfSpread(double reference, double quotedSpread);
}
