namespace Slipstream.Domain;

/// <summary>What a strategy asks to be placed. Make one with <see cref="Market"/>, <see cref="Limit"/>, <see cref="Stop"/>, <see cref="StopLimit"/> or <see cref="TrailingStop"/>, then add details with <c>with</c>.</summary>
public readonly record struct OrderRequest
{
    /// <summary>Of which instrument.</summary>
    public required InstrumentId Instrument { get; init; }

    /// <summary>Which way.</summary>
    public required Side Side { get; init; }

    /// <summary>How much, in base units or contracts.</summary>
    public required Quantity Quantity { get; init; }

    /// <summary>Which type.</summary>
    public required OrderType Type { get; init; }

    /// <summary>Worst price for limit and stop-limit orders.</summary>
    public Price? LimitPrice { get; init; }

    /// <summary>Trigger of stop and stop-limit orders.</summary>
    public Price? StopPrice { get; init; }

    /// <summary>Distance of a trailing stop from the best price so far; positive.</summary>
    public PriceMove? TrailingOffset { get; init; }

    /// <summary>How long it lives; GTC unless said.</summary>
    public TimeInForce TimeInForce { get; init; }

    /// <summary>Refuse it rather than take liquidity.</summary>
    public bool PostOnly { get; init; }

    /// <summary>It may only make the position smaller.</summary>
    public bool ReduceOnly { get; init; }

    /// <summary>Hint for execution.</summary>
    public Urgency Urgency { get; init; }

    /// <summary>Closing orders to place once it fills.</summary>
    public Bracket? Bracket { get; init; }

    /// <summary>Why, in words; goes into the decision.</summary>
    public string? Rationale { get; init; }

    /// <summary>Tags that risk rules and reports read.</summary>
    public IReadOnlyList<string>? RiskTags { get; init; }

    /// <summary>Returns a market order.</summary>
    public static OrderRequest Market(InstrumentId instrument, Side side, Quantity quantity) => Of(instrument, side, quantity, OrderType.Market);

    /// <summary>Returns a limit order.</summary>
    public static OrderRequest Limit(InstrumentId instrument, Side side, Quantity quantity, Price limit) =>
        Of(instrument, side, quantity, OrderType.Limit) with { LimitPrice = limit };

    /// <summary>Returns a stop order.</summary>
    public static OrderRequest Stop(InstrumentId instrument, Side side, Quantity quantity, Price stop) =>
        Of(instrument, side, quantity, OrderType.Stop) with { StopPrice = stop };

    /// <summary>Returns a stop-limit order.</summary>
    public static OrderRequest StopLimit(InstrumentId instrument, Side side, Quantity quantity, Price stop, Price limit) =>
        Of(instrument, side, quantity, OrderType.StopLimit) with { StopPrice = stop, LimitPrice = limit };

    /// <summary>Returns a trailing stop.</summary>
    public static OrderRequest TrailingStop(InstrumentId instrument, Side side, Quantity quantity, PriceMove offset) =>
        Of(instrument, side, quantity, OrderType.TrailingStop) with { TrailingOffset = offset };

    private static OrderRequest Of(InstrumentId instrument, Side side, Quantity quantity, OrderType type) => new()
    {
        Instrument = instrument,
        Side = side,
        Quantity = quantity,
        Type = type,
        TimeInForce = TimeInForce.Gtc,
        Urgency = Urgency.Normal,
    };
}
