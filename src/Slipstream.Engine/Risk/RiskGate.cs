using Slipstream.Domain;
using Slipstream.Engine.Accounting;
using Slipstream.Engine.Market;
using Slipstream.Engine.Orders;

namespace Slipstream.Engine.Risk;

/// <summary>Decides of each order whether it may leave. Its approval is an <see cref="ApprovedOrder"/>; its refusal names the limit, what was observed, and what is allowed.</summary>
public sealed class RiskGate : ApprovedOrder.Issuer
{
    private readonly Universe _universe;
    private readonly RiskLimits _limits;
    private readonly Account _account;
    private readonly MarketBoard _board;
    private readonly OrderTable _orders;
    private readonly bool[] _allowed;
    private Quantity _siblingQty;

    /// <summary>Creates the gate over the state that it judges by.</summary>
    public RiskGate(Universe universe, RiskLimits limits, Account account, MarketBoard board, OrderTable orders)
    {
        _universe = universe;
        _limits = limits;
        _account = account;
        _board = board;
        _orders = orders;
        _allowed = [.. universe.Instruments.ToArray().Select(i => limits.AllowedAssets?.Contains(i.Symbol) ?? true)];
    }

    /// <summary>Whether new risk is allowed at all.</summary>
    public KillSwitch KillSwitch { get; internal set; }

    /// <summary>Judges a new order.</summary>
    /// <param name="order">The order.</param>
    /// <param name="sibling">The other exit of its bracket: only one of the two can fill, so they count once.</param>
    public GateVerdict Judge(in Order order, WorkingOrder? sibling = null)
    {
        _siblingQty = sibling?.LeavesQty ?? Quantity.Zero;
        var refusal = Shape(in order) ?? Forbidden(in order) ?? Size(in order) ?? Exposure(in order);
        _siblingQty = Quantity.Zero;
        return refusal is null ? new(Approve(in order)) : new(refusal);
    }

    /// <summary>Judges new terms of an open order; null if they may be sent.</summary>
    public Refusal? JudgeReplace(WorkingOrder target, Quantity quantity, Price? limitPrice)
    {
        var order = target.Order with { Terms = target.Terms with { Quantity = quantity, LimitPrice = limitPrice ?? target.Terms.LimitPrice } };
        if (quantity <= target.CumQty)
        {
            return new(FaultCode.InvalidOrder, "quantity", $"{quantity} with {target.CumQty} filled", "more than is filled: cancel instead");
        }

        // Its own open quantity is counted already; only growth is new.
        var growth = quantity.Raw - target.Terms.Quantity.Raw;
        return Shape(in order) ?? (growth > 0 ? Forbidden(in order) ?? Size(in order) ?? Exposure(order with { Terms = order.Terms with { Quantity = Quantity.FromRaw(growth) } }) : null);
    }

    private Refusal? Shape(in Order order)
    {
        var terms = order.Terms;
        var instrument = _universe[terms.Instrument];
        if (terms.Quantity.IsZero)
        {
            return new(FaultCode.InvalidOrder, "quantity", "0", "more than 0");
        }

        if (!instrument.IsOnLot(terms.Quantity))
        {
            return new(FaultCode.InvalidOrder, "lotSize", $"quantity {terms.Quantity}", $"multiples of {instrument.LotSize}");
        }

        if (terms.Type is OrderType.Limit or OrderType.StopLimit && terms.LimitPrice is null)
        {
            return new(FaultCode.InvalidOrder, "limitPrice", "none", $"a limit price, because the order is a {terms.Type}");
        }

        if (terms.Type is OrderType.Stop or OrderType.StopLimit && terms.StopPrice is null)
        {
            return new(FaultCode.InvalidOrder, "stopPrice", "none", $"a stop price, because the order is a {terms.Type}");
        }

        if (terms.Type == OrderType.TrailingStop && terms.TrailingOffset is not { Raw: > 0 })
        {
            return new(FaultCode.InvalidOrder, "trailingOffset", terms.TrailingOffset?.ToString() ?? "none", "more than 0");
        }

        return Tick("limitPrice", terms.LimitPrice, instrument) ?? Tick("stopPrice", terms.StopPrice, instrument);
    }

    private Refusal? Forbidden(in Order order)
    {
        var terms = order.Terms;
        if (!_allowed[terms.Instrument.Index])
        {
            return new(FaultCode.RiskBlocked, "allowedAssets", _universe[terms.Instrument].Symbol, string.Join(", ", _limits.AllowedAssets!.Order(StringComparer.Ordinal)));
        }

        if (KillSwitch != KillSwitch.Off && !Reduces(in terms))
        {
            return new(KillSwitch == KillSwitch.Halted ? FaultCode.SafeMode : FaultCode.RiskBlocked, KillSwitch == KillSwitch.Halted ? "halt" : "maxDailyLoss", $"{terms.Side} {terms.Quantity}", "only orders that reduce a position");
        }

        if (terms.ReduceOnly && !Reduces(in terms))
        {
            return new(FaultCode.InvalidOrder, "reduceOnly", $"{terms.Side} {terms.Quantity} at position {_account.Holding(terms.Instrument).Position}", "at most what closes the position");
        }

        return _orders.OpenCount >= _limits.MaxOpenOrders
            ? new(FaultCode.RiskBlocked, "maxOpenOrders", $"{_orders.OpenCount + 1} open orders", $"{_limits.MaxOpenOrders}")
            : null;
    }

    private Refusal? Size(in Order order)
    {
        var terms = order.Terms;
        if (_limits.MaxOrderQty is { } maxQty && terms.Quantity > maxQty)
        {
            return new(FaultCode.RiskBlocked, "maxOrderQty", $"{terms.Quantity}", $"{maxQty}");
        }

        var instrument = _universe[terms.Instrument];
        if (ReferencePrice(in terms) is not { } price)
        {
            return new(FaultCode.MarketDataStale, "price", $"no price of {instrument.Symbol} yet", "orders after the first price");
        }

        if (instrument.MinNotional.Raw > 0 && instrument.Notional(price, terms.Quantity).Raw < instrument.MinNotional.Raw)
        {
            return new(FaultCode.InvalidOrder, "minNotional", $"{instrument.Notional(price, terms.Quantity)}", $"at least {instrument.MinNotional} {instrument.Quote}");
        }

        if (_limits.MaxOrderNotional is { } maxNotional)
        {
            var value = Math.Abs(_account.InAccountCurrency(instrument.Notional(price, terms.Quantity)));
            if (!(value <= maxNotional))
            {
                return new(FaultCode.RiskBlocked, "maxOrderNotional", Amount(value), Amount(maxNotional));
            }
        }

        return null;
    }

    private Refusal? Exposure(in Order order)
    {
        var terms = order.Terms;
        if (Reduces(in terms))
        {
            return null;
        }

        var instrument = _universe[terms.Instrument];
        var worst = WorstPosition(in terms);
        if (_limits.MaxPosition is { } max && Math.Abs(worst) > max.Raw)
        {
            return new(FaultCode.RiskBlocked, "maxPosition", $"{Grid.Format(worst)} with open orders", $"{max}");
        }

        if (_limits.MaxPositionNotional is { } maxNotional && Math.Abs(_account.ValueOf(terms.Instrument.Index, Grid.ToDouble(worst))) is var value && !(value <= maxNotional))
        {
            return new(FaultCode.RiskBlocked, "maxPositionNotional", Amount(value), Amount(maxNotional));
        }

        if (worst < 0 && instrument.AssetClass == AssetClass.Crypto && !_limits.AllowSpotShort)
        {
            return new(FaultCode.RiskBlocked, "allowSpotShort", $"position {Grid.Format(worst)} of {instrument.Symbol}", "0 or more: spot coins are not sold short unless allowSpotShort is set");
        }

        return _limits.CheckBuyingPower ? BuyingPower(in terms) : null;
    }

    private Refusal? BuyingPower(in OrderRequest terms)
    {
        var equity = _account.Equity();
        var needed = 0.0;
        for (ushort i = 0; i < _universe.Count; i++)
        {
            var open = _orders.Open(new(i));
            var held = _account.Holding(new(i)).Position.Raw;
            if (held == 0 && open.Count == 0 && i != terms.Instrument.Index)
            {
                continue;
            }

            var worst = i == terms.Instrument.Index ? Math.Abs(WorstPosition(in terms)) : Math.Max(Math.Abs(held + open.BuyRaw), Math.Abs(held - open.SellRaw));
            var margin = _universe[new(i)].Margin?.Initial.ToDouble() ?? 1;
            needed += Math.Abs(_account.ValueOf(i, Grid.ToDouble(worst))) * margin;
        }

        return needed <= equity ? null : new(FaultCode.InsufficientBalance, "buyingPower", $"{Amount(needed)} needed for positions and open orders", $"equity {Amount(equity)}");
    }

    // The larger of the two positions that open orders and this one could lead to.
    private long WorstPosition(in OrderRequest terms)
    {
        var held = _account.Holding(terms.Instrument).Position.Raw;
        var open = _orders.Open(terms.Instrument);
        return terms.Side == Side.Buy
            ? checked(held + open.BuyRaw + terms.Quantity.Raw)
            : checked(held - open.SellRaw - terms.Quantity.Raw);
    }

    // A reduction can't flip the position, even if every open order of its side fills too.
    private bool Reduces(in OrderRequest terms)
    {
        var held = _account.Holding(terms.Instrument).Position;
        if (held.IsFlat || held.ClosingSide != terms.Side)
        {
            return false;
        }

        var open = _orders.Open(terms.Instrument);
        var closing = (terms.Side == Side.Buy ? open.BuyRaw : open.SellRaw) - _siblingQty.Raw;
        return closing + terms.Quantity.Raw <= held.Size.Raw;
    }

    private Price? ReferencePrice(in OrderRequest terms) => terms.LimitPrice ?? terms.StopPrice ?? _board.Last(terms.Instrument);

    private static Refusal? Tick(string field, Price? price, Instrument instrument) => price is { } p && !instrument.IsOnTick(p)
        ? new(FaultCode.InvalidOrder, field, $"{p}", $"multiples of the tick {instrument.TickSize}")
        : null;

    private string Amount(double value) => $"{value:N2} {_account.Currency}";
}
