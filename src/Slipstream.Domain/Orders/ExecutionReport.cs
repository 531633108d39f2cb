namespace Slipstream.Domain;

/// <summary>What a venue, real or simulated, says of an order (FIX 35=8). It enters the core as a journalled input.</summary>
public readonly record struct ExecutionReport
{
    /// <summary>What happened.</summary>
    public required ExecType Type { get; init; }

    /// <summary>To which order.</summary>
    public required OrderId Order { get; init; }

    /// <summary>Venue time.</summary>
    public required Instant Time { get; init; }

    /// <summary>The venue's own order number as text; empty where not known.</summary>
    public string VenueOrderId { get => field ?? ""; init => field = string.IsNullOrEmpty(value) ? null : value; }

    /// <summary>Trade: its number.</summary>
    public FillId FillId { get; init; }

    /// <summary>Trade: the venue's strictly rising fill sequence; null where it has none.</summary>
    public long? FillSeq { get; init; }

    /// <summary>Trade: quantity. Replaced: the new total quantity.</summary>
    public Quantity LastQty { get; init; }

    /// <summary>Trade: price. Replaced: the new limit price.</summary>
    public Price LastPx { get; init; }

    /// <summary>Fee of the trade, or what the order cost without one (gas of an order that ended unfilled); negative is a rebate; in the venue's choice of currency.</summary>
    public Money? Fee { get; init; }

    /// <summary>Trade: maker or taker.</summary>
    public Liquidity? Liquidity { get; init; }

    /// <summary>Trade, simulated: where the price comes from.</summary>
    public ExecutionCosts Costs { get; init; }

    /// <summary>Rejected, cancel rejected, or an unsolicited end: why.</summary>
    public Refusal? Reason { get; init; }
}
