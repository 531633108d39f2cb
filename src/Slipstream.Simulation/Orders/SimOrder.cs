namespace Slipstream.Simulation;

// An order at the venue. Pooled: all fields are set anew by Begin.
internal sealed class SimOrder
{
    public const long Never = long.MaxValue;

    public OrderId Id;
    public OrderId Correlation;
    public InstrumentMarket Market = null!;
    public Side Side;
    public OrderType Type;
    public TimeInForce TimeInForce;
    public OrderPhase Phase;
    public bool PostOnly;
    public bool ReduceOnly;

    // Raw grid values.
    public long Quantity;
    public long Filled;
    public long? Limit;
    public long? Stop;
    public long? TrailingOffset;
    public long? DecisionPrice;
    public long? ArrivalPrice;

    // Unix nanoseconds.
    public long Arrived;
    public long ExpiresAt;

    // Has the order seen a chance to fill at once, so that from now on it rests?
    public bool Rests;

    // Trailing stop: best price seen so far.
    public long? Best;

    // Base units displayed ahead at the order's level; infinite where not known.
    public double Ahead;

    // Traded at the level since the level last changed.
    public double TradedAtLevel;

    // Number of the event in which the order may not fill any more, and of the event in which a matcher has dealt with it.
    public long BlockedIn;
    public long VisitedIn;

    public long Leaves => Quantity - Filled;

    // What may fill now: of a reduce-only order no more than closes the position.
    public long Fillable => ReduceOnly ? Math.Min(Leaves, Market.ReducibleBy(Side)) : Leaves;

    public bool IsOpen => Phase != OrderPhase.Ended;

    public bool IsImmediate => TimeInForce is TimeInForce.Ioc or TimeInForce.Fok && Phase != OrderPhase.AwaitsTrigger;

    public bool IsFamilyMember => Correlation != Id;

    public void Begin(in Order order, InstrumentMarket market)
    {
        var terms = order.Terms;
        Id = order.Id;
        Correlation = order.Correlation;
        Market = market;
        Side = terms.Side;
        Type = terms.Type;
        TimeInForce = terms.TimeInForce;
        Phase = terms.Type switch
        {
            OrderType.Market => OrderPhase.Market,
            OrderType.Limit => OrderPhase.Limit,
            OrderType.Stop or OrderType.StopLimit or OrderType.TrailingStop => OrderPhase.AwaitsTrigger,
        };
        PostOnly = terms.PostOnly;
        ReduceOnly = terms.ReduceOnly;
        Quantity = terms.Quantity.Raw;
        Filled = 0;
        Limit = terms.LimitPrice?.Raw;
        Stop = terms.StopPrice?.Raw;
        TrailingOffset = terms.TrailingOffset?.Raw;
        DecisionPrice = order.DecisionPrice?.Raw;
        ArrivalPrice = null;
        Arrived = Never;
        ExpiresAt = Never;
        Rests = false;
        Best = null;
        Ahead = double.PositiveInfinity;
        TradedAtLevel = 0;
        BlockedIn = 0;
        VisitedIn = 0;
    }

    // Would the order trade at this price?
    public bool Accepts(long price) => Phase == OrderPhase.Market || (Side == Side.Buy ? price <= Limit : price >= Limit);

    // Is the price at the order's trigger or beyond it?
    public bool IsTriggeredBy(long price) => Trigger is { } trigger && (Side == Side.Buy ? price >= trigger : price <= trigger);

    // The stop price; a trailing stop's follows the best price seen.
    public long? Trigger => Type != OrderType.TrailingStop
        ? Stop
        : Side == Side.Buy ? Best + TrailingOffset : Best - TrailingOffset;

    // Lets a trailing stop follow a price.
    public void Follow(long price)
    {
        if (Best is not { } best || (Side == Side.Buy ? price < best : price > best))
        {
            Best = price;
        }
    }
}
