namespace Slipstream.Engine.Core;

/// <summary>What happened so far, in numbers.</summary>
public sealed class CoreCounts
{
    /// <summary>Market events.</summary>
    public long MarketEvents { get; internal set; }

    /// <summary>Decisions recorded.</summary>
    public long Decisions { get; internal set; }

    /// <summary>Intents yielded.</summary>
    public long Intents { get; internal set; }

    /// <summary>Intents refused.</summary>
    public long Refusals { get; internal set; }

    /// <summary>Orders sent.</summary>
    public long Orders { get; internal set; }

    /// <summary>Fills counted.</summary>
    public long Fills { get; internal set; }

    /// <summary>Reports that changed nothing, or counted although they came against the rules.</summary>
    public long Anomalies { get; internal set; }
}
