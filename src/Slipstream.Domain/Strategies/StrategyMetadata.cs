namespace Slipstream.Domain;

/// <summary>What a strategy says of itself.</summary>
/// <param name="Name">Name on the command line, such as <c>ema-cross</c>.</param>
/// <param name="Family">Family, such as trend, mean-reversion, market-making.</param>
/// <param name="Description">One sentence.</param>
/// <param name="Style">How it means to trade.</param>
public sealed record StrategyMetadata(string Name, string Family, string Description, ExecutionStyle Style)
{
    /// <summary>Kinds of market events it needs; a run without any of them is refused.</summary>
    public IReadOnlyList<MarketEventKind> Needs { get; init; } = [MarketEventKind.Bar];

    /// <summary>Bars or events of each instrument before it first decides.</summary>
    public int WarmUp { get; init; }
}
