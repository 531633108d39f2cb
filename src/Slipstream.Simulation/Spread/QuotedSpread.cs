namespace Slipstream.Simulation;

/// <summary>The spread as quoted: nothing is added to a fill at bid or ask; a fill at a bar's or a trade's price pays half of the last quoted spread.</summary>
public sealed record QuotedSpread : SpreadModel
{
    /// <inheritdoc/>
    public override double HalfSpread(double reference, double quotedSpread) => quotedSpread / 2;
}
