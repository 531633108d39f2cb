using Slipstream.Domain;
using Slipstream.Engine.Accounting;
using Slipstream.Engine.Market;
using Slipstream.Engine.Orders;
using Slipstream.Engine.Risk;
using Slipstream.Engine.Strategies;

namespace Slipstream.Engine.Core;

/// <summary>Takes what venues say of orders: moves lives on, counts fills and fees once, has bracket exits follow.</summary>
internal sealed class ReportDesk(CoreContext context, Strategy strategy, MarketBoard board, Account account, OrderTable orders, RiskGate gate, IntentDesk desk, ExitDesk exits, EffectBuffer effects, CoreCounts counts)
{
    public void Take(in ExecutionReport report)
    {
        var order = orders.Find(report.Order);
        if (order is null)
        {
            NoteAnomaly(in report, Transition.UnknownOrder);
        }
        else if (report.Type == ExecType.Trade && !order.NoteFill(report.FillId))
        {
            NoteAnomaly(in report, Transition.Duplicate);
        }
        else
        {
            Apply(order, in report);
        }
    }

    private void Apply(WorkingOrder order, in ExecutionReport report)
    {
        var transition = OrderLifecycle.Apply(order, in report);
        if (transition != Transition.Applied)
        {
            NoteAnomaly(in report, transition);
        }

        if (transition == Transition.Duplicate)
        {
            return;
        }

        orders.Changed(order);
        if (report.Type == ExecType.Trade)
        {
            CountFill(order, in report);
        }
        else if (report.Fee is { } fee)
        {
            // A fill brings its own fee; this is one without a fill, such as gas.
            account.Charge(fee);
        }

        // A venue that refuses a request would refuse it again at once.
        if (report.Type != ExecType.CancelRejected)
        {
            exits.Fit(order.Order.Terms.Instrument);
        }

        if (report.Type != ExecType.Trade || order.Status.IsFinal())
        {
            desk.Tell(order, report.Reason ?? (order.Status == OrdStatus.Canceled ? order.CancelReason : null));
        }
    }

    // What an order costs was judged at the price of its approval; where the market ran away while it filled in parts, the rest goes.
    private void EndUnaffordable(WorkingOrder order)
    {
        if (!order.LeavesQty.IsZero && gate.JudgeRest(order) is { } refusal)
        {
            desk.SendCancel(order, null, refusal);
        }
    }

    private void CountFill(WorkingOrder order, in ExecutionReport report)
    {
        ref readonly var sent = ref order.Order;
        var instrument = order.Terms.Instrument;
        var fill = new Fill
        {
            Id = report.FillId,
            Time = report.Time,
            Venue = sent.Venue,
            Instrument = instrument,
            Side = order.Terms.Side,
            Quantity = report.LastQty,
            Price = report.LastPx,
            Fee = report.Fee ?? Money.Zero(context.Universe[instrument].Quote),
            Order = sent.Id,
            Intent = sent.Intent,
            Liquidity = report.Liquidity ?? Liquidity.Taker,
            Seq = report.FillSeq,
            DecisionPrice = sent.DecisionPrice,
            Costs = report.Costs,
        };
        // A fill proves a price that the market's own event has yet to tell; marked at the price before it, it would look like a gain or loss.
        board.SeeFill(instrument, fill.Price);
        account.Apply(in fill);
        counts.Fills++;
        effects.Add(in fill);
        EndUnaffordable(order);
        if (desk.IsClosed)
        {
            return;
        }

        try
        {
            strategy.OnFill(context, in fill);
        }
        catch (Exception fault) when (fault is not StrategyFaultException)
        {
            throw context.Fault(nameof(Strategy.OnFill), fault);
        }

        if (order.Terms.Bracket is not null)
        {
            exits.Protect(order, fill.Quantity);
        }
    }

    private void NoteAnomaly(in ExecutionReport report, Transition transition)
    {
        counts.Anomalies++;
        effects.Add(new AnomalousReport(report.Order, report.Type, report.FillId, transition));
    }
}
