namespace Slipstream.Domain;

/// <summary>What a strategy sees and how it yields intents. All of it is the state after the inputs so far: nothing of the future.</summary>
public abstract class StrategyContext
{
    /// <summary>Time of the input in hand.</summary>
    public abstract Instant Now { get; }

    /// <summary>Mode of the run; a strategy that looks at it to trade differently defeats its own proof.</summary>
    public abstract Mode Mode { get; }

    /// <summary>The instruments of the run.</summary>
    public abstract Universe Universe { get; }

    /// <summary>Random numbers that follow from the run's seed.</summary>
    public abstract SeededRandom Random { get; }

    /// <summary>Returns the market of an instrument as last seen.</summary>
    public abstract MarketView Market(InstrumentId instrument);

    /// <summary>Returns the position, the running sum of fills.</summary>
    public abstract Position Position(InstrumentId instrument);

    /// <summary>
    /// Returns the signed quantity of open orders: what the position would become if all filled, less what it is. The exits of
    /// brackets don't count: they end with the position, so a target that a bracket's entry reaches is reached.
    /// </summary>
    public abstract Position Working(InstrumentId instrument);

    /// <summary>Returns the average entry price of the position; null when flat.</summary>
    public abstract Price? AverageEntryPrice(InstrumentId instrument);

    /// <summary>Returns the cash of a currency.</summary>
    public abstract Money Cash(Currency currency);

    /// <summary>Equity in the account's currency: cash, plus the value of what is held. A measurement, not an account.</summary>
    public abstract double Equity { get; }

    /// <summary>Open orders of an instrument, oldest first.</summary>
    public abstract ReadOnlySpan<OpenOrder> OpenOrders(InstrumentId instrument);

    /// <summary>Yields the intent to place an order.</summary>
    /// <returns>The intent's number.</returns>
    public abstract IntentId Place(in OrderRequest request);

    /// <summary>Yields the intent to cancel an open order.</summary>
    public abstract IntentId Cancel(OrderId order, string? rationale = null);

    /// <summary>Yields the intent to change quantity or limit price of an open order.</summary>
    public abstract IntentId Replace(OrderId order, Quantity quantity, Price? limitPrice, string? rationale = null);

    /// <summary>Asks for <see cref="Strategy.OnTimer"/> at a time, after all market events of that instant.</summary>
    public abstract void SetTimer(Instant at, int tag);

    /// <summary>Records a decision that leads to no intent, if the run records those.</summary>
    public abstract void Decide(string rationale, params ReadOnlySpan<string> tags);

    /// <summary>Yields a market order to buy.</summary>
    public IntentId Buy(InstrumentId instrument, Quantity quantity, string? rationale = null) =>
        Place(OrderRequest.Market(instrument, Side.Buy, quantity) with { Rationale = rationale });

    /// <summary>Yields a market order to sell.</summary>
    public IntentId Sell(InstrumentId instrument, Quantity quantity, string? rationale = null) =>
        Place(OrderRequest.Market(instrument, Side.Sell, quantity) with { Rationale = rationale });

    /// <summary>Yields the market order that brings position and open orders (bracket exits apart) to a target, rounded to lots towards the present position; nothing if none is needed.</summary>
    public IntentId? MoveTo(InstrumentId instrument, Position target, string? rationale = null)
    {
        var difference = checked(target.Raw - Position(instrument).Raw - Working(instrument).Raw);
        var quantity = Universe[instrument].FloorToLot(Quantity.FromRaw(Math.Abs(difference)));
        return quantity.IsZero ? null : difference > 0 ? Buy(instrument, quantity, rationale) : Sell(instrument, quantity, rationale);
    }
}
