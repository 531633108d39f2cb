namespace Slipstream.Simulation;

// One fill as a matcher finds it, before spread and impact. Raw grid values.
internal readonly record struct FillTerms(long Quantity, long Price, Liquidity Liquidity)
{
    // Prices between which the market traded: without costs no fill lies outside.
    public required long Low { get; init; }

    public required long High { get; init; }

    // Half of the quoted spread that is already in the price.
    public double HalfSpreadPaid { get; init; }

    // How far beyond the best level the price lies, because the order walked the book.
    public double Walked { get; init; }

    // Is the price itself a quote, so that no quoted spread is to be added?
    public bool IsQuote { get; init; }
}
