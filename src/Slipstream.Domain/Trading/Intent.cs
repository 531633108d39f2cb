namespace Slipstream.Domain;

/// <summary>What a strategy wants done, before anybody allowed it.</summary>
public readonly record struct Intent
{
    /// <summary>Number in the run.</summary>
    public required IntentId Id { get; init; }

    /// <summary>The input's time.</summary>
    public required Instant Time { get; init; }

    /// <summary>The decision it came from, which holds the rationale.</summary>
    public required DecisionId Decision { get; init; }

    /// <summary>Place, cancel or replace.</summary>
    public required IntentKind Kind { get; init; }

    /// <summary>The order as wanted. For a cancel and a replace it repeats the target's instrument, side and type.</summary>
    public required OrderRequest Request { get; init; }

    /// <summary>The open order to cancel or replace; null for a new one.</summary>
    public OrderId? Target { get; init; }

    /// <summary>The price at which the strategy decided: the last market price it had seen.</summary>
    public Price? DecisionPrice { get; init; }
}
