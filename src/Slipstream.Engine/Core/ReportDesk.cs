using Slipstream.Domain;
using Slipstream.Engine.Accounting;
using Slipstream.Engine.Orders;
using Slipstream.Engine.Strategies;

namespace Slipstream.Engine.Core;

/// <summary>Takes what venues say of orders: moves lives on, counts fills once, places and ends bracket exits.</summary>
internal sealed class ReportDesk(CoreContext context, Strategy strategy, Account account, OrderTable orders, IntentDesk desk, EffectBuffer effects, CoreCounts counts)
{
    private readonly HashSet<long> _fillsSeen = [];

    public void Take(in ExecutionReport report)
    {
        var order = orders.Find(report.Order);
        if (order is null)
        {
            Ignore(in report, Transition.UnknownOrder);
        }
        else if (report.Type == ExecType.Trade && !_fillsSeen.Add(report.FillId.Value))
        {
            Ignore(in report, Transition.Duplicate);
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
            Ignore(in report, transition);
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

        if (report.Type != ExecType.Trade || order.Status.IsFinal())
        {
            desk.Tell(order, report.Reason);
        }
    }

    private void CountFill(WorkingOrder order, in ExecutionReport report)
    {
        var instrument = order.Order.Terms.Instrument;
        var fill = new Fill
        {
            Id = report.FillId,
            Time = report.Time,
            Venue = order.Order.Venue,
            Instrument = instrument,
            Side = order.Terms.Side,
            Quantity = report.LastQty,
            Price = report.LastPx,
            Fee = report.Fee ?? Money.Zero(context.Universe[instrument].Quote),
            Order = order.Order.Id,
            Intent = order.Order.Intent,
            Liquidity = report.Liquidity ?? Liquidity.Taker,
            Seq = report.FillSeq,
            DecisionPrice = order.Order.DecisionPrice,
            Costs = report.Costs,
        };
        account.Apply(in fill);
        counts.Fills++;
        effects.Add(in fill);
        strategy.OnFill(context, in fill);
        FollowBracket(order, in fill);
    }

    // Each part of an entry that fills gets exits of its own size; an exit that fills ends its sibling, or shrinks it.
    private void FollowBracket(WorkingOrder order, in Fill fill)
    {
        if (order.Order.Terms.Bracket is { } bracket)
        {
            PlaceExits(order, bracket, fill.Quantity);
        }

        if (order.Sibling is { } sibling)
        {
            if (order.Status.IsFinal())
            {
                desk.SendCancel(sibling, null);
            }
            else if (OrderLifecycle.AskReplace(sibling))
            {
                orders.Changed(sibling);
                effects.Add(new ReplaceOrder(sibling.Order.Id, sibling.Order.Intent, order.LeavesQty + sibling.CumQty, null));
            }
        }
    }

    private void PlaceExits(WorkingOrder entry, Bracket bracket, Quantity quantity)
    {
        var side = entry.Terms.Side.Opposite();
        var instrument = entry.Order.Terms.Instrument;
        var stop = bracket.StopLoss is { } stopPrice ? Exit(entry, OrderRequest.Stop(instrument, side, quantity, stopPrice), null) : null;
        var profit = bracket.TakeProfit is { } limit ? Exit(entry, OrderRequest.Limit(instrument, side, quantity, limit), stop) : null;
        if (stop is not null && profit is not null)
        {
            stop.Sibling = profit;
            profit.Sibling = stop;
            orders.Changed(stop);
            orders.Changed(profit);
        }
    }

    private WorkingOrder? Exit(WorkingOrder entry, OrderRequest terms, WorkingOrder? sibling) => desk.Submit(
        new Order
        {
            Id = new(context.NextNumber()),
            Time = context.Now,
            Venue = entry.Order.Venue,
            Terms = terms with { RiskTags = entry.Order.Terms.RiskTags, Rationale = entry.Order.Terms.Rationale },
            Status = OrdStatus.PendingNew,
            Intent = entry.Order.Intent,
            Correlation = entry.Order.Id,
            DecisionPrice = terms.LimitPrice ?? terms.StopPrice,
        },
        sibling);

    private void Ignore(in ExecutionReport report, Transition transition)
    {
        counts.Ignored++;
        effects.Add(new IgnoredReport(report.Order, report.Type, report.FillId, transition));
    }
}
