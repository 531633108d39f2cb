namespace Slipstream.Simulation;

// What a venue refuses on arrival whatever the market does.
internal static class OrderCheck
{
    public static Refusal? Find(SimOrder order, Instrument instrument)
    {
        if (order.Quantity <= 0 || order.Quantity % instrument.LotSize.Raw != 0)
        {
            return Invalid("lotSize", Grid.Format(order.Quantity), $"a positive multiple of {instrument.LotSize}");
        }

        return FindMissing(order) ?? FindOffTick(order.Limit, instrument) ?? FindOffTick(order.Stop, instrument)
            ?? FindPostOnly(order) ?? FindTooSmall(order, instrument);
    }

    public static Refusal? FindReplace(SimOrder order, Instrument instrument, long quantity, long? limit)
    {
        if (quantity <= order.Filled || quantity % instrument.LotSize.Raw != 0)
        {
            return Invalid("quantity", Grid.Format(quantity), $"above the {Grid.Format(order.Filled)} filled, in multiples of {instrument.LotSize}");
        }

        return limit is not null && order.Limit is null
            ? Invalid("limitPrice", Grid.Format(limit.Value), $"none on a {order.Type} order")
            : FindOffTick(limit, instrument);
    }

    private static Refusal? FindMissing(SimOrder order) => order.Type switch
    {
        OrderType.Market => null,
        OrderType.Limit => FindNone(order.Limit, "limitPrice"),
        OrderType.Stop => FindNone(order.Stop, "stopPrice"),
        OrderType.StopLimit => FindNone(order.Limit, "limitPrice") ?? FindNone(order.Stop, "stopPrice"),
        OrderType.TrailingStop => order.TrailingOffset is > 0 ? null : Invalid("trailingOffset", "none", "a positive distance"),
    };

    private static Refusal? FindNone(long? price, string rule) => price is null ? Invalid(rule, "none", "a price") : null;

    private static Refusal? FindOffTick(long? price, Instrument instrument) => price is { } raw && raw % instrument.TickSize.Raw != 0
        ? Invalid("tickSize", Grid.Format(raw), $"multiples of {instrument.TickSize}")
        : null;

    private static Refusal? FindPostOnly(SimOrder order) =>
        order.PostOnly && (order.Type != OrderType.Limit || order.TimeInForce is TimeInForce.Ioc or TimeInForce.Fok)
            ? Invalid("postOnly", $"{order.Type} {order.TimeInForce}", "a limit order that may rest")
            : null;

    // Reduce-only orders are exempt, as on real venues: else a small rest could never be closed.
    private static Refusal? FindTooSmall(SimOrder order, Instrument instrument)
    {
        if (instrument.MinNotional.Raw == 0 || order.ReduceOnly || (order.Limit ?? order.Stop ?? order.ArrivalPrice) is not { } price)
        {
            return null;
        }

        var notional = instrument.Notional(Price.FromRaw(price), Quantity.FromRaw(order.Quantity));
        return notional.Raw >= instrument.MinNotional.Raw
            ? null
            : Invalid("minNotional", notional.ToString(), $"at least {instrument.MinNotional} {instrument.Quote}");
    }

    private static Refusal Invalid(string rule, string observed, string allowed) => new(FaultCode.InvalidOrder, rule, observed, allowed);
}
