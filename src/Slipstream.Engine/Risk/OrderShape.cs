using Slipstream.Domain;

namespace Slipstream.Engine.Risk;

/// <summary>Whether an order makes sense in itself, whatever the market and the account.</summary>
internal static class OrderShape
{
    /// <summary>Returns what is wrong with the terms; null if nothing is.</summary>
    public static Refusal? Find(in OrderRequest terms, Instrument instrument)
    {
        if (!Enum.IsDefined(terms.Side) || !Enum.IsDefined(terms.Type) || !Enum.IsDefined(terms.TimeInForce))
        {
            return Invalid("orderType", $"side {terms.Side}, type {terms.Type}, time in force {terms.TimeInForce}", "defined values: use the methods of OrderRequest");
        }

        if (terms.Quantity.IsZero)
        {
            return Invalid("quantity", "0", "more than 0");
        }

        if (!instrument.IsOnLot(terms.Quantity))
        {
            return Invalid("lotSize", $"quantity {terms.Quantity}", $"multiples of {instrument.LotSize}");
        }

        return Prices(in terms, instrument) ?? PostOnly(in terms) ?? Bracket(in terms, instrument);
    }

    private static Refusal? Prices(in OrderRequest terms, Instrument instrument)
    {
        var hasLimit = terms.Type is OrderType.Limit or OrderType.StopLimit;
        var hasStop = terms.Type is OrderType.Stop or OrderType.StopLimit;
        if (terms.Type == OrderType.TrailingStop && terms.TrailingOffset is not { Raw: > 0 })
        {
            return Invalid("trailingOffset", terms.TrailingOffset?.ToString() ?? "none", "more than 0");
        }

        return Price("limitPrice", "a limit price", hasLimit, terms.LimitPrice, terms.Type, instrument)
            ?? Price("stopPrice", "a stop price", hasStop, terms.StopPrice, terms.Type, instrument);
    }

    private static Refusal? Price(string field, string name, bool needed, Price? price, OrderType type, Instrument instrument)
    {
        if (price is not { } p)
        {
            return needed ? Invalid(field, "none", $"{name}, because the order is a {type}") : null;
        }

        return needed ? Level(field, p, instrument) : Invalid(field, $"{p}", $"none, because the order is a {type}");
    }

    private static Refusal? Level(string field, Price price, Instrument instrument)
    {
        if (!instrument.IsOnTick(price))
        {
            return Invalid(field, $"{price}", $"multiples of the tick {instrument.TickSize}");
        }

        // Futures have traded below zero; nothing else has.
        return price.Raw <= 0 && instrument.AssetClass != AssetClass.Future ? Invalid(field, $"{price}", "more than 0") : null;
    }

    private static Refusal? PostOnly(in OrderRequest terms) =>
        terms.PostOnly && (terms.Type != OrderType.Limit || terms.TimeInForce is TimeInForce.Ioc or TimeInForce.Fok)
            ? Invalid("postOnly", $"{terms.Type} {terms.TimeInForce}", "a limit order that may rest")
            : null;

    // Exits are placed after the entry filled, when it would be too late to refuse them.
    private static Refusal? Bracket(in OrderRequest terms, Instrument instrument)
    {
        if (terms.Bracket is not { } bracket)
        {
            return null;
        }

        if (bracket is { TakeProfit: null, StopLoss: null })
        {
            return Invalid("bracket", "no exits", "a take profit, a stop loss, or both");
        }

        if (terms.ReduceOnly)
        {
            return Invalid("bracket", "exits of a reduce-only order", "exits of orders that open a position");
        }

        if (bracket.TakeProfit is { } target && Level("takeProfit", target, instrument) is { } badTarget)
        {
            return badTarget;
        }

        if (bracket.StopLoss is { } stop && Level("stopLoss", stop, instrument) is { } badStop)
        {
            return badStop;
        }

        var sign = terms.Side.Sign();
        return InOrder(bracket.StopLoss, terms.LimitPrice, sign) && InOrder(terms.LimitPrice, bracket.TakeProfit, sign) && InOrder(bracket.StopLoss, bracket.TakeProfit, sign)
            ? null
            : Invalid(
                "bracket",
                $"stop loss {bracket.StopLoss?.ToString() ?? "none"}, entry {terms.LimitPrice?.ToString() ?? terms.Type.ToString()}, take profit {bracket.TakeProfit?.ToString() ?? "none"}",
                terms.Side == Side.Buy ? "stop loss below entry below take profit" : "take profit below entry below stop loss");
    }

    private static bool InOrder(Price? worse, Price? better, int sign) => worse is not { } w || better is not { } b || w.CompareTo(b) * sign < 0;

    private static Refusal Invalid(string rule, string observed, string allowed) => new(FaultCode.InvalidOrder, rule, observed, allowed);
}
