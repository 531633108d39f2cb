namespace Slipstream.Domain;

/// <summary>A trade of one's own, counted once.</summary>
public readonly record struct Fill
{
    /// <summary>Unique per venue.</summary>
    public required FillId Id { get; init; }

    /// <summary>Venue time.</summary>
    public required Instant Time { get; init; }

    /// <summary>Where.</summary>
    public required Venue Venue { get; init; }

    /// <summary>Of which instrument.</summary>
    public required InstrumentId Instrument { get; init; }

    /// <summary>Which way.</summary>
    public required Side Side { get; init; }

    /// <summary>How much.</summary>
    public required Quantity Quantity { get; init; }

    /// <summary>At which price.</summary>
    public required Price Price { get; init; }

    /// <summary>Fee; negative is a rebate.</summary>
    public required Money Fee { get; init; }

    /// <summary>Of which order.</summary>
    public required OrderId Order { get; init; }

    /// <summary>Of which intent.</summary>
    public required IntentId Intent { get; init; }

    /// <summary>Maker or taker.</summary>
    public required Liquidity Liquidity { get; init; }

    /// <summary>The venue's fill sequence; null where it has none.</summary>
    public long? Seq { get; init; }

    /// <summary>The price at which the strategy decided.</summary>
    public Price? DecisionPrice { get; init; }

    /// <summary>Simulated: where the price comes from.</summary>
    public ExecutionCosts Costs { get; init; }
}
