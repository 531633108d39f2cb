using Slipstream.Domain;

namespace Slipstream.Runtime.StrategyLoading;

/// <summary>The parameter that every alpha model has besides its own, unless it has one of that name.</summary>
internal sealed class AlphaBuffer
{
    /// <summary>Name of the parameter.</summary>
    public const string Name = "buffer";

    /// <summary>How far a position may be off before it is traded.</summary>
    [Parameter("Trade only when a position is off by more than this fraction of its target (Carver's buffering); 0 trades always", Min = 0, Max = 1)]
    public double Buffer { get; set; } = 0.1;
}
