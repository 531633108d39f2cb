using Slipstream.Domain;
using Slipstream.Engine.Market;
using Slipstream.Engine.Orders;
using Slipstream.Engine.Risk;
using Slipstream.Engine.Strategies;

namespace Slipstream.Engine.Core;

/// <summary>Turns what the strategy yielded into decisions, intents, and orders or refusals.</summary>
internal sealed class IntentDesk(CoreContext context, Strategy strategy, RiskGate gate, OrderTable orders, MarketBoard board, EffectBuffer effects, CoreCounts counts, bool recordBareDecisions)
{
    // A strategy that answers each refusal with the same intent would never end; this many answers are heard to one input.
    private const int RoundsPerInput = 16;

    private readonly Queue<OrderUpdate> _updates = new();
    private bool _closed;

    /// <summary>Works off what was yielded, and what the strategy yields when it hears of it.</summary>
    public void Settle(long sequence)
    {
        for (var round = 0; context.Yields.Count > 0 || _updates.Count > 0; round++)
        {
            TakeYields(sequence, tooMany: round >= RoundsPerInput);
            if (round >= RoundsPerInput)
            {
                _updates.Clear();
                return;
            }

            for (var pending = _updates.Count; pending > 0; pending--)
            {
                var update = _updates.Dequeue();
                strategy.OnOrderUpdate(context, in update);
            }
        }
    }

    /// <summary>Tells the strategy of an order once the input in hand is worked off.</summary>
    public void Tell(WorkingOrder order, Refusal? reason) =>
        _updates.Enqueue(new(order.Order.Id, order.Order.Terms.Instrument, order.Status, order.CumQty, order.LeavesQty, reason));

    /// <summary>From now on every intent is refused.</summary>
    public void Close() => _closed = true;

    /// <summary>Stops new risk and cancels all open orders.</summary>
    public void Halt(KillSwitch to, string observed, string allowed)
    {
        gate.KillSwitch = to;
        effects.Add(new KillSwitchMove(to, observed, allowed));
        for (ushort i = 0; i < context.Universe.Count; i++)
        {
            foreach (var order in orders.Open(new(i)).Orders)
            {
                SendCancel(order, null);
            }
        }
    }

    /// <summary>Allows new risk again.</summary>
    public void Lift(string reason)
    {
        gate.KillSwitch = KillSwitch.Off;
        effects.Add(new KillSwitchMove(KillSwitch.Off, reason, ""));
    }

    /// <summary>Asks the venue to cancel, if the order is open and that was not asked before.</summary>
    public bool SendCancel(WorkingOrder order, IntentId? intent)
    {
        if (!OrderLifecycle.AskCancel(order))
        {
            return false;
        }

        orders.Changed(order);
        effects.Add(new CancelOrder(order.Order.Id, intent));
        return true;
    }

    /// <summary>Judges an order and sends or refuses it.</summary>
    /// <returns>The order sent; null if it was refused.</returns>
    public WorkingOrder? Submit(in Order order, WorkingOrder? sibling = null)
    {
        if (!gate.Judge(in order, sibling).IsApproved(out var approved, out var refusal))
        {
            Refuse(order.Intent, order.Id, order.Terms, refusal);
            return null;
        }

        counts.Orders++;
        effects.Add(approved);
        return orders.Add(in approved.Order);
    }

    private void TakeYields(long sequence, bool tooMany)
    {
        var yields = context.Yields;
        DecisionId decision = default;
        string? rationale = null;
        for (var i = 0; i < yields.Count; i++)
        {
            // A copy, because settling an intent may call the strategy, which may yield more.
            var yielded = yields[i];
            if (yielded.Kind is null && !recordBareDecisions)
            {
                continue;
            }

            if (rationale != yielded.Rationale || yielded.Kind is null)
            {
                rationale = yielded.Rationale;
                decision = new(++counts.Decisions);
                effects.Add(new Decision { Id = decision, Time = context.Now, InputsRef = sequence, Rationale = rationale, Tags = yielded.Tags });
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
        var intent = new Intent
        {
            Id = yielded.Id,
            Time = context.Now,
            Decision = decision,
            Kind = kind,
            Request = yielded.Request,
            Target = yielded.Target,
            DecisionPrice = board.Last(yielded.Request.Instrument),
        };
        counts.Intents++;
        effects.Add(in intent);
        if (_closed || tooMany)
        {
            var refusal = _closed
                ? new Refusal(FaultCode.SafeMode, "runEnded", "an intent after the end", "intents before OnStop")
                : new Refusal(FaultCode.OrderRateLimitBreach, "roundsPerInput", $"more than {RoundsPerInput} answers to one input", $"{RoundsPerInput}");
            effects.Add(new RefusedIntent(intent.Id, refusal));
            counts.Refusals++;
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
        if (Target(in intent) is { } order && !SendCancel(order, intent.Id))
        {
            Refuse(intent.Id, order.Order.Id, order.Terms, new(FaultCode.InvalidOrder, "orderStatus", order.Status.ToString(), "an open order"));
        }
    }

    private void TakeReplace(in Intent intent)
    {
        if (Target(in intent) is not { } order)
        {
            return;
        }

        var refusal = gate.JudgeReplace(order, intent.Request.Quantity, intent.Request.LimitPrice);
        if (refusal is null && !OrderLifecycle.AskReplace(order))
        {
            refusal = new(FaultCode.InvalidOrder, "orderStatus", order.Status.ToString(), "New or PartiallyFilled");
        }

        if (refusal is not null)
        {
            Refuse(intent.Id, order.Order.Id, order.Terms, refusal);
            return;
        }

        orders.Changed(order);
        effects.Add(new ReplaceOrder(order.Order.Id, intent.Id, intent.Request.Quantity, intent.Request.LimitPrice));
    }

    private WorkingOrder? Target(in Intent intent)
    {
        var order = intent.Target is { } id ? orders.Find(id) : null;
        if (order is null)
        {
            effects.Add(new RefusedIntent(intent.Id, new(FaultCode.InvalidOrder, "target", $"order {intent.Target}", "an order of this run that is open")));
            counts.Refusals++;
        }

        return order;
    }

    private void Refuse(IntentId intent, OrderId order, in OrderRequest terms, Refusal refusal)
    {
        effects.Add(new RefusedIntent(intent, refusal));
        counts.Refusals++;
        var known = orders.Find(order);
        _updates.Enqueue(known is null
            ? new(order, terms.Instrument, OrdStatus.Rejected, Quantity.Zero, Quantity.Zero, refusal)
            : new(order, terms.Instrument, known.Status, known.CumQty, known.LeavesQty, refusal));
    }
}
