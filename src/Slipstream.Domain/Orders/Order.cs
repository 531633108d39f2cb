namespace Slipstream.Domain;

/// <summary>An order as it left the core: the fields that no later event changes, and its status then.</summary>
public readonly record struct Order
{
    /// <summary>Number in the run; with the run id it is the idempotency key.</summary>
    public required OrderId Id { get; init; }

    /// <summary>When it was approved.</summary>
    public required Instant Time { get; init; }

    /// <summary>Where it goes.</summary>
    public required Venue Venue { get; init; }

    /// <summary>Instrument, side, quantity, type, prices, time in force.</summary>
    public required OrderRequest Terms { get; init; }

    /// <summary>Where it stands.</summary>
    public required OrdStatus Status { get; init; }

    /// <summary>The intent it carries out.</summary>
    public required IntentId Intent { get; init; }

    /// <summary>The first order of its family: a bracket's exits name the entry, others themselves.</summary>
    public required OrderId Correlation { get; init; }

    /// <summary>The price at which the strategy decided; null where it had seen none.</summary>
    public Price? DecisionPrice { get; init; }
}
