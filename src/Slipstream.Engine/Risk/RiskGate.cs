using Slipstream.Domain;
using Slipstream.Engine.Accounting;
using Slipstream.Engine.Market;
using Slipstream.Engine.Orders;

namespace Slipstream.Engine.Risk;

/// <summary>Decides of each order whether it may leave. Its approval is an <see cref="ApprovedOrder"/>; its refusal names the limit, what was observed, and what is allowed.</summary>
/// <remarks>
/// A reduction is an order that can't take the position through zero even if all other closing orders fill too. It passes the
/// kill switch and the limits on positions, not those on the size of an order. The exits of brackets don't stand in the way of
/// the strategy's own closing order: where the two together are more than the position, the order is approved as reduce-only, so
/// that whichever fills first leaves the other nothing to flip. Exits themselves are reduce-only, never larger than what they
/// protect, and bound by no limit; like all closing orders they count towards the position that a flip could lead to.
/// </remarks>
public sealed class RiskGate : ApprovedOrder.Issuer
{
    // Beyond these the sums of accounting could overflow; no real order comes near.
    private const double LargestNotional = 1e13;
    private const long LargestPositionRaw = long.MaxValue / 4;

    // Values in the account's currency are measured in doubles: what is equal but for their rounding is within a limit.
    private const double Rounding = 1e-12;

    private readonly Universe _universe;
    private readonly RiskLimits _limits;
    private readonly Account _account;
    private readonly MarketBoard _board;
    private readonly OrderTable _orders;
    private readonly bool[] _allowed;

    /// <summary>Creates the gate over the state that it judges by.</summary>
    internal RiskGate(Universe universe, RiskLimits limits, Account account, MarketBoard board, OrderTable orders)
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
    public GateVerdict Judge(in Order order)
    {
        var terms = order.Terms;
        var isExit = order.Correlation != order.Id;
        if (!isExit && !terms.ReduceOnly && ReducesBesideExits(in terms))
        {
            terms = terms with { ReduceOnly = true };
        }

        var refusal = OrderShape.Find(in terms, _universe[terms.Instrument])
            ?? (isExit ? Exit(in terms, terms.Quantity) : Forbidden(in terms) ?? Crowded() ?? Size(in terms) ?? Exposure(in terms, terms.Quantity));
        return refusal is null ? new(Approve(terms.ReduceOnly == order.Terms.ReduceOnly ? order : order with { Terms = terms })) : new(refusal);
    }

    /// <summary>Judges new terms of an open order; null if they may be sent.</summary>
    public Refusal? JudgeReplace(WorkingOrder target, Quantity quantity, Price? limitPrice)
    {
        if (quantity <= target.CumQty)
        {
            return new(FaultCode.InvalidOrder, "quantity", $"{quantity} with {target.CumQty} filled", "more than is filled: cancel instead");
        }

        var terms = target.Terms with { Quantity = quantity, LimitPrice = limitPrice ?? target.Terms.LimitPrice };
        if (OrderShape.Find(in terms, _universe[terms.Instrument]) is { } misshapen)
        {
            return misshapen;
        }

        var open = quantity - target.CumQty;
        if (target.IsExit)
        {
            return quantity > target.Terms.Quantity ? Exit(in terms, open) : null;
        }

        // What is open already is counted already; only what is added is new: quantity, or value by a dearer price.
        var growth = terms with { Quantity = Quantity.FromRaw(Math.Max(0, quantity.Raw - target.Terms.Quantity.Raw)) };
        if (growth.Quantity.IsZero && terms.LimitPrice == target.Terms.LimitPrice)
        {
            return null;
        }

        return Forbidden(in growth) ?? Size(in terms) ?? Exposure(in growth, open);
    }

    /// <summary>Returns the limit that the kill switch stands for, as a refusal tells it.</summary>
    internal static (FaultCode Code, string Rule) Rule(KillSwitch to) => to == KillSwitch.Halted
        ? (FaultCode.SafeMode, "halt")
        : (FaultCode.RiskBlocked, "maxDailyLoss");

    private Refusal? Exit(in OrderRequest terms, Quantity open)
    {
        var held = _account.Holding(terms.Instrument).Position;
        return !held.IsFlat && held.ClosingSide == terms.Side && open <= held.Size ? null : ReduceOnly(in terms, held);
    }

    private Refusal? Forbidden(in OrderRequest terms)
    {
        if (!_allowed[terms.Instrument.Index])
        {
            return new(FaultCode.RiskBlocked, "allowedAssets", _universe[terms.Instrument].Symbol, string.Join(", ", _limits.AllowedAssets!.Order(StringComparer.Ordinal)));
        }

        if (KillSwitch != KillSwitch.Off && !Reduces(in terms))
        {
            var (code, rule) = Rule(KillSwitch);
            return new(code, rule, $"{terms.Side} {terms.Quantity}", "only orders that reduce a position");
        }

        return terms.ReduceOnly && !Reduces(in terms) ? ReduceOnly(in terms, _account.Holding(terms.Instrument).Position) : null;
    }

    private static Refusal ReduceOnly(in OrderRequest terms, Position held) =>
        new(FaultCode.InvalidOrder, "reduceOnly", $"{terms.Side} {terms.Quantity} at position {held}", "at most what closes the position");

    private Refusal? Crowded() => _orders.OpenCount >= _limits.MaxOpenOrders
        ? new(FaultCode.RiskBlocked, "maxOpenOrders", $"{_orders.OpenCount + 1} open orders", $"{_limits.MaxOpenOrders}")
        : null;

    private Refusal? Size(in OrderRequest terms)
    {
        if (_limits.MaxOrderQty is { } maxQty && terms.Quantity > maxQty)
        {
            return new(FaultCode.RiskBlocked, "maxOrderQty", $"{terms.Quantity}", $"{maxQty}");
        }

        var instrument = _universe[terms.Instrument];
        if (_board.Last(terms.Instrument) is not { } last)
        {
            return new(FaultCode.MarketDataStale, "price", $"no price of {instrument.Symbol} yet", "orders after the first price");
        }

        var price = WorstPrice(in terms, last);
        var roughly = Math.Abs(price.ToDouble()) * terms.Quantity.ToDouble() * instrument.ContractMultiplier.ToDouble();
        if (roughly > LargestNotional)
        {
            return new(FaultCode.InvalidOrder, "notionalRange", $"{roughly:N0} {instrument.Quote}", $"{LargestNotional:N0} {instrument.Quote}");
        }

        return TooSmall(in terms, instrument, last) ?? TooLarge(in terms, instrument, price);
    }

    // Reduce-only orders are exempt, as on real venues: else a small rest could never be closed.
    private static Refusal? TooSmall(in OrderRequest terms, Instrument instrument, Price last)
    {
        if (instrument.MinNotional.Raw <= 0 || terms.ReduceOnly)
        {
            return null;
        }

        var notional = instrument.Notional(terms.LimitPrice ?? terms.StopPrice ?? last, terms.Quantity);
        notional = notional.Raw < 0 ? -notional : notional;
        return notional.Raw < instrument.MinNotional.Raw
            ? new(FaultCode.InvalidOrder, "minNotional", $"{notional}", $"at least {instrument.MinNotional} {instrument.Quote}")
            : null;
    }

    private Refusal? TooLarge(in OrderRequest terms, Instrument instrument, Price price)
    {
        if (_limits.MaxOrderNotional is not { } max)
        {
            return null;
        }

        var value = Math.Abs(_account.InAccountCurrency(instrument.Notional(price, terms.Quantity)));
        return IsWithin(value, max) ? null : new(FaultCode.RiskBlocked, "maxOrderNotional", Amount(value), Amount(max));
    }

    // premiumQty: what of the order may be bought at its limit, above the last price.
    private Refusal? Exposure(in OrderRequest terms, Quantity premiumQty)
    {
        if (Reduces(in terms))
        {
            return null;
        }

        var instrument = _universe[terms.Instrument];
        var worst = WorstPosition(terms.Instrument, terms.Side, terms.Quantity);
        if (Int128.Abs(worst) > LargestPositionRaw)
        {
            return new(FaultCode.InvalidOrder, "positionRange", $"{Grid.Format(worst)} with open orders", Grid.Format(LargestPositionRaw));
        }

        if (_limits.MaxPosition is { } max && Int128.Abs(worst) > max.Raw)
        {
            return new(FaultCode.RiskBlocked, "maxPosition", $"{Grid.Format(worst)} with open orders", $"{max}");
        }

        if (_limits.MaxPositionNotional is { } maxNotional && Math.Abs(_account.ValueOf(terms.Instrument.Index, Grid.ToDouble(worst))) is var value && !IsWithin(value, maxNotional))
        {
            return new(FaultCode.RiskBlocked, "maxPositionNotional", Amount(value), Amount(maxNotional));
        }

        if (worst < 0 && instrument.AssetClass == AssetClass.Crypto && !_limits.AllowSpotShort)
        {
            return new(FaultCode.RiskBlocked, "allowSpotShort", $"position {Grid.Format(worst)} of {instrument.Symbol}", "0 or more: spot coins are not sold short unless allowSpotShort is set");
        }

        return Unmeasured() ?? (_limits.CheckBuyingPower ? BuyingPower(in terms, premiumQty) : null);
    }

    // What needs equity to be judged is refused while equity is unknown.
    private Refusal? Unmeasured() => (_limits.CheckBuyingPower || _limits.MaxDailyLoss is not null) && double.IsNaN(_account.Equity())
        ? new(FaultCode.MarketDataStale, "equity", $"equity in {_account.Currency} is unknown: something held or owed has no price or rate", "orders while equity is known")
        : null;

    // An order that asks for no more than is needed without it passes, even if equity has fallen below that.
    private Refusal? BuyingPower(in OrderRequest terms, Quantity premiumQty)
    {
        var buys = WorstPosition(terms.Instrument, Side.Buy, Quantity.Zero);
        var sells = WorstPosition(terms.Instrument, Side.Sell, Quantity.Zero);
        var with = Int128.Abs(WorstPosition(terms.Instrument, terms.Side, terms.Quantity));
        var without = Int128.Max(Int128.Abs(buys), Int128.Abs(sells));
        var premium = Premium(in terms, premiumQty);
        if (with <= without && premium <= 0)
        {
            return null;
        }

        var needed = premium + Needed(terms.Instrument, with);
        var equity = _account.Equity();
        return IsWithin(needed, equity) ? null : Short(needed, equity);
    }

    // Margin of the worst positions that open orders could lead to, where one instrument's is at least a given size.
    private double Needed(InstrumentId instrument, Int128 atLeast)
    {
        var needed = 0.0;
        for (ushort i = 0; i < _universe.Count; i++)
        {
            var id = new InstrumentId(i);
            var size = Int128.Max(Int128.Abs(WorstPosition(id, Side.Buy, Quantity.Zero)), Int128.Abs(WorstPosition(id, Side.Sell, Quantity.Zero)));
            size = id == instrument ? Int128.Max(size, atLeast) : size;
            needed += size == 0 ? 0 : Margin(i, Grid.ToDouble(size));
        }

        return needed;
    }

    private Refusal Short(double needed, double equity) =>
        new(FaultCode.InsufficientBalance, "buyingPower", $"{Amount(needed)} needed for positions and open orders", $"equity {Amount(equity)}");

    /// <summary>Judges the rest of an order that has filled in part; null if equity still covers it.</summary>
    public Refusal? JudgeRest(WorkingOrder order)
    {
        var terms = order.Terms;
        if (!_limits.CheckBuyingPower || order.IsExit || terms.ReduceOnly)
        {
            return null;
        }

        var position = _account.Holding(terms.Instrument).Position;
        if (!position.IsFlat && position.ClosingSide == terms.Side && position.Size >= order.LeavesQty)
        {
            return null;
        }

        var needed = Needed(terms.Instrument, 0);
        var equity = _account.Equity();
        return double.IsNaN(equity) || IsWithin(needed, equity) ? null : Short(needed, equity);
    }

    private double Margin(int instrument, double units) =>
        Math.Abs(_account.ValueOf(instrument, units)) * (_universe[new((ushort)instrument)].Margin?.Initial.ToDouble() ?? 1);

    // The margin that a buy at its limit takes beyond one at the last price.
    private double Premium(in OrderRequest terms, Quantity quantity)
    {
        var instrument = _universe[terms.Instrument];
        if (terms.Side == Side.Sell || terms.LimitPrice is not { } limit || _board.Last(terms.Instrument) is not { } last || limit <= last)
        {
            return 0;
        }

        return _account.InAccountCurrency(instrument.Notional(limit, quantity) - instrument.Notional(last, quantity)) * (instrument.Margin?.Initial.ToDouble() ?? 1);
    }

    // The position that this order and all open ones of its side could lead to. Exits can't flip it, but they may fill first.
    private Int128 WorstPosition(InstrumentId instrument, Side side, Quantity quantity)
    {
        var held = (Int128)_account.Holding(instrument).Position.Raw;
        var open = _orders.Open(instrument);
        return side == Side.Buy
            ? held + Int128.Min(open.ExitBuyRaw, Int128.Max(-held, 0)) + open.BuyRaw + quantity.Raw
            : held - Int128.Min(open.ExitSellRaw, Int128.Max(held, 0)) - open.SellRaw - quantity.Raw;
    }

    // A reduction can't flip the position, even if every open order of its side fills too.
    private bool Reduces(in OrderRequest terms) => Closes(in terms, out var held, out var others, out var exits)
        && (others + exits + terms.Quantity.Raw <= held || (terms.ReduceOnly && ReducesBesideExits(in terms)));

    // With the strategy's other closing orders it is no more than the position, with the exits it is. That does no harm if all of them are reduce-only.
    private bool ReducesBesideExits(in OrderRequest terms)
    {
        if (!Closes(in terms, out var held, out var others, out var exits) || others + terms.Quantity.Raw > held || others + exits + terms.Quantity.Raw <= held)
        {
            return false;
        }

        foreach (var order in _orders.Open(terms.Instrument).Orders)
        {
            if (order.Terms.Side == terms.Side && !order.Terms.ReduceOnly)
            {
                return false;
            }
        }

        return true;
    }

    private bool Closes(in OrderRequest terms, out Int128 held, out Int128 others, out Int128 exits)
    {
        var position = _account.Holding(terms.Instrument).Position;
        var open = _orders.Open(terms.Instrument);
        held = position.Size.Raw;
        others = terms.Side == Side.Buy ? open.BuyRaw : open.SellRaw;
        exits = Int128.Min(held, terms.Side == Side.Buy ? open.ExitBuyRaw : open.ExitSellRaw);
        return !position.IsFlat && position.ClosingSide == terms.Side;
    }

    // The dearest price at which the order may fill as the market stands: a marketable sell limit fills at the market.
    private static Price WorstPrice(in OrderRequest terms, Price last) => terms switch
    {
        { LimitPrice: { } limit } => terms.Side == Side.Buy ? limit : Price.Max(limit, last),
        { StopPrice: { } stop } => terms.Side == Side.Buy ? Price.Max(stop, last) : Price.Min(stop, last),
        _ => last,
    };

    // Not if either is unknown.
    private static bool IsWithin(double value, double limit) => value <= limit + (Math.Abs(limit) * Rounding);

    private string Amount(double value) => $"{value:N2} {_account.Currency}";
}
