using Slipstream.Domain;
using Slipstream.Engine.Accounting;
using Slipstream.Engine.Market;
using Slipstream.Engine.Orders;
using Slipstream.Engine.Risk;
using Slipstream.Engine.Strategies;

namespace Slipstream.Engine.Core;

/// <summary>Turns what the strategy yielded into decisions, intents, and orders or refusals.</summary>
internal sealed class IntentDesk(CoreContext context, Strategy strategy, RiskGate gate, Account account, OrderTable orders, MarketBoard board, EffectBuffer effects, CoreCounts counts)
{
    // A strategy that answers each refusal with the same intent would never end; this many answers are heard to one input.
    private const int RoundsPerInput = 16;

    private readonly Queue<OrderUpdate> _updates = new();

    /// <summary>Has the run ended? Then every intent is refused, and the strategy is told nothing more.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>Works off what was yielded, and what the strategy yields when it hears of it.</summary>
    public void Settle()
    {
        for (var round = 1; context.Yields.Count > 0 || _updates.Count > 0; round++)
        {
            var last = round > RoundsPerInput;
            TakeYields(last);
            TellUpdates();
            if (last)
            {
                // It heard that its answers are refused; what it answers to that is refused unheard.
                TakeYields(tooMany: true);
                _updates.Clear();
            }
        }
    }

    /// <summary>Tells the strategy of an order once the input in hand is worked off.</summary>
    public void Tell(WorkingOrder order, Refusal? reason) =>
        _updates.Enqueue(new(order.Order.Id, order.Terms.Instrument, order.Status, order.CumQty, order.LeavesQty, reason));

    /// <summary>From now on every intent is refused.</summary>
    public void Close() => IsClosed = true;

    /// <summary>Stops new risk: cancels all open orders but those that can only reduce a position.</summary>
    public void Halt(KillSwitch to, string observed, string allowed)
    {
        gate.KillSwitch = to;
        effects.Add(new KillSwitchMove(to, observed, allowed));
        var (code, rule) = RiskGate.Rule(to);
        var reason = new Refusal(code, rule, observed, allowed);
        for (ushort i = 0; i < context.Universe.Count; i++)
        {
            CancelRisk(new(i), reason);
        }
    }

    /// <summary>Allows new risk again.</summary>
    public void Lift(string reason)
    {
        gate.KillSwitch = KillSwitch.Off;
        effects.Add(new KillSwitchMove(KillSwitch.Off, reason, ""));
    }

    /// <summary>Asks the venue to cancel, if the order is open and that was not asked before.</summary>
    public bool SendCancel(WorkingOrder order, IntentId? intent, Refusal? reason)
    {
        if (!OrderLifecycle.AskCancel(order))
        {
            return false;
        }

        order.CancelReason = reason;
        orders.Changed(order);
        effects.Add(new CancelOrder(order.Order.Id, intent));
        return true;
    }

    /// <summary>Judges an order and sends or refuses it.</summary>
    /// <returns>The order sent; null if it was refused.</returns>
    public WorkingOrder? Submit(in Order order)
    {
        if (!gate.Judge(in order).IsApproved(out var approved, out var refusal))
        {
            Refuse(order.Intent, order.Id, order.Terms.Instrument, refusal);
            return null;
        }

        counts.Orders++;
        effects.Add(approved);
        return orders.Add(in approved.Order);
    }

    // Exits and other reduce-only orders that close stay: they can't flip the position. Of the other closing orders those stay, oldest
    // first, that can't take it through zero even if all that stays fills.
    private void CancelRisk(InstrumentId instrument, Refusal reason)
    {
        var open = orders.Open(instrument);
        var held = account.Holding(instrument).Position;
        var room = RoomForFree(open, held);
        foreach (var order in open.Orders)
        {
            var closes = order.Terms.Side == held.ClosingSide && !held.IsFlat;
            if (order.IsExit || (closes && order.Terms.ReduceOnly))
            {
                continue;
            }

            if (closes && order.Status != OrdStatus.PendingCancel && order.MostLeaves.Raw <= room)
            {
                room -= order.MostLeaves.Raw;
            }
            else
            {
                SendCancel(order, null, reason);
            }
        }
    }

    // What of the position neither a reduce-only order nor one whose cancel may come too late could close.
    private static Int128 RoomForFree(OpenOrderList open, Position held)
    {
        Int128 reduceOnly = held.ClosingSide == Side.Buy ? open.ExitBuyRaw : open.ExitSellRaw;
        Int128 leaving = 0;
        foreach (var order in open.Orders)
        {
            if (order.Terms.Side != held.ClosingSide || order.IsExit)
            {
                continue;
            }

            reduceOnly += order.Terms.ReduceOnly ? order.MostLeaves.Raw : 0;
            leaving += !order.Terms.ReduceOnly && order.Status == OrdStatus.PendingCancel ? order.MostLeaves.Raw : 0;
        }

        return held.Size.Raw - Int128.Min(held.Size.Raw, reduceOnly) - leaving;
    }

    private void TellUpdates()
    {
        for (var pending = _updates.Count; pending > 0; pending--)
        {
            var update = _updates.Dequeue();
            if (IsClosed)
            {
                continue;
            }

            try
            {
                strategy.OnOrderUpdate(context, in update);
            }
            catch (Exception fault) when (fault is not StrategyFaultException)
            {
                throw context.Fault(nameof(Strategy.OnOrderUpdate), fault);
            }
        }
    }

    private void TakeYields(bool tooMany)
    {
        var yields = context.Yields;
        DecisionId decision = default;
        string? rationale = null;
        for (var i = 0; i < yields.Count; i++)
        {
            ref readonly var yielded = ref yields[i];
            if (rationale != yielded.Rationale || yielded.Kind is null)
            {
                rationale = yielded.Rationale;
                decision = new(++counts.Decisions);
                effects.Add(new Decision { Id = decision, Time = context.Now, InputsRef = context.Sequence, Rationale = rationale, Tags = yielded.Tags });
            }

            if (yielded.Kind is { } kind)
            {
                Take(in yielded, kind, decision, tooMany);
            }
        }

        yields.Clear();
    }

    private void Take(in YieldBuffer.Yielded yielded, IntentKind kind, DecisionId decision, bool tooMany)
    {
        // An intent for an order that is not known names no instrument either.
        var isKnown = yielded.Target is not { } target || orders.Find(target) is not null;
        var intent = new Intent
        {
            Id = yielded.Id,
            Time = context.Now,
            Decision = decision,
            Kind = kind,
            Request = yielded.Request,
            Target = yielded.Target,
            DecisionPrice = isKnown ? board.Last(yielded.Request.Instrument) : null,
        };
        counts.Intents++;
        effects.Add(in intent);
        if (IsClosed || tooMany)
        {
            RefuseUntried(in intent, IsClosed
                ? new(FaultCode.SafeMode, "runEnded", "an intent after the end", "intents before OnStop")
                : new(FaultCode.OrderRateLimitBreach, "roundsPerInput", $"more than {RoundsPerInput} answers to one input", $"{RoundsPerInput}"));
            return;
        }

        switch (kind)
        {
            case IntentKind.Place:
                Submit(OrderOf(in intent));
                break;
            case IntentKind.Cancel:
                TakeCancel(in intent);
                break;
            case IntentKind.Replace:
                TakeReplace(in intent);
                break;
        }
    }

    private Order OrderOf(in Intent intent)
    {
        var id = new OrderId(intent.Id.Value);
        return new()
        {
            Id = id,
            Time = context.Now,
            Venue = context.Universe[intent.Request.Instrument].Venue,
            Terms = intent.Request,
            Status = OrdStatus.PendingNew,
            Intent = intent.Id,
            Correlation = id,
            DecisionPrice = intent.DecisionPrice,
        };
    }

    private void TakeCancel(in Intent intent)
    {
        if (Target(in intent) is { } order && !SendCancel(order, intent.Id, null))
        {
            Refuse(intent.Id, order.Order.Id, order.Terms.Instrument, new(FaultCode.InvalidOrder, "orderStatus", order.Status.ToString(), "an open order"));
        }
    }

    private void TakeReplace(in Intent intent)
    {
        if (Target(in intent) is not { } order)
        {
            return;
        }

        var refusal = OrderLifecycle.CanReplace(order)
            ? gate.JudgeReplace(order, intent.Request.Quantity, intent.Request.LimitPrice)
            : new(FaultCode.InvalidOrder, "orderStatus", order.Status.ToString(), "New or PartiallyFilled");
        if (refusal is not null)
        {
            Refuse(intent.Id, order.Order.Id, order.Terms.Instrument, refusal);
            return;
        }

        OrderLifecycle.AskReplace(order, intent.Request.Quantity);
        orders.Changed(order);
        effects.Add(new ReplaceOrder(order.Order.Id, intent.Id, intent.Request.Quantity, intent.Request.LimitPrice));
    }

    private WorkingOrder? Target(in Intent intent)
    {
        var order = intent.Target is { } id ? orders.Find(id) : null;
        if (order is null)
        {
            RefuseUntried(in intent, new(FaultCode.InvalidOrder, "target", $"order {intent.Target}", "an order of this run that is open"));
        }

        return order;
    }

    // An intent of which no order came. A new order would have had the intent's number.
    private void RefuseUntried(in Intent intent, Refusal refusal) =>
        Refuse(intent.Id, intent.Target ?? new(intent.Id.Value), intent.Request.Instrument, refusal);

    private void Refuse(IntentId intent, OrderId order, InstrumentId instrument, Refusal refusal)
    {
        effects.Add(new RefusedIntent(intent, refusal));
        counts.Refusals++;
        _updates.Enqueue(orders.Find(order) is { } known
            ? new(order, instrument, known.Status, known.CumQty, known.LeavesQty, refusal)
            : new(order, instrument, OrdStatus.Rejected, Quantity.Zero, Quantity.Zero, refusal));
    }
}
