using Slipstream.Domain;
using Slipstream.Engine.Accounting;
using Slipstream.Engine.Orders;
using Slipstream.Engine.Strategies;

namespace Slipstream.Engine.Core;

/// <summary>Places the exits of brackets as their entries fill, and keeps exits and reduce-only orders within the position.</summary>
/// <remarks>
/// Each part of an entry gets exits of its own: no larger than the position it opened, in whole lots (a rest waits for the next
/// part), reduce-only. After every report the exits are fitted: the fill of one ends its sibling or shrinks it, and what is more
/// than the position, because something else closed it, shrinks or ends, the newest first. A request that must wait because
/// another is on its way is made after the report that answers that one; one that the venue refused is made again after the next other report.
/// </remarks>
internal sealed class ExitDesk(CoreContext context, Account account, OrderTable orders, IntentDesk desk, EffectBuffer effects)
{
    /// <summary>Counts a fill of an entry towards its exits, and places them.</summary>
    public void Protect(WorkingOrder entry, Quantity filled)
    {
        entry.Unprotected += filled;
        PlaceExits(entry);
    }

    /// <summary>Shrinks and ends what could do more than close the position.</summary>
    public void Fit(InstrumentId id)
    {
        var open = orders.Open(id);
        if (open.ReduceOnlyCount == 0)
        {
            return;
        }

        var held = account.Holding(id).Position;
        Quantity forExits = held.Size, forOthers = held.Size;
        // Nothing is added or removed meanwhile: what is asked of the venue changes statuses only.
        foreach (var order in open.Orders)
        {
            if (order.Terms.ReduceOnly && !FollowsOlderSibling(order))
            {
                ref var room = ref (order.IsExit ? ref forExits : ref forOthers);
                room -= FitPair(order, held.ClosingSide == order.Terms.Side ? room : Quantity.Zero);
            }
        }
    }

    // Returns how much of the room is used.
    private Quantity FitPair(WorkingOrder order, Quantity room)
    {
        var sibling = order.Sibling is { } other && other.Status.IsOpen() ? other : null;
        var size = Quantity.Min(room, order.LeavesAsked);
        if (order.Sibling is { Status: OrdStatus.Filled })
        {
            size = Quantity.Zero;
        }

        if (sibling is not null)
        {
            size = Quantity.Min(size, sibling.LeavesAsked);
        }

        size = context.Universe[order.Order.Terms.Instrument].FloorToLot(size);
        FitOne(order, size);
        if (sibling is not null)
        {
            FitOne(sibling, size);
        }

        return size;
    }

    private void FitOne(WorkingOrder order, Quantity leaves)
    {
        if (leaves.IsZero)
        {
            desk.SendCancel(order, null, null);
        }
        else if (leaves < order.LeavesQty && OrderLifecycle.AskReplace(order, order.CumQty + leaves))
        {
            orders.Changed(order);
            effects.Add(new ReplaceOrder(order.Order.Id, order.Order.Intent, order.CumQty + leaves, null));
        }
    }

    private void PlaceExits(WorkingOrder entry)
    {
        ref readonly var terms = ref entry.Terms;
        var held = account.Holding(terms.Instrument).Position;
        var opened = held.IsFlat || held.ClosingSide == terms.Side ? Quantity.Zero : held.Size;
        entry.Unprotected = Quantity.Min(entry.Unprotected, opened);
        var quantity = context.Universe[terms.Instrument].FloorToLot(entry.Unprotected);
        if (quantity.IsZero || terms.Bracket is not { } bracket)
        {
            return;
        }

        entry.Unprotected -= quantity;
        var side = terms.Side.Opposite();
        var stop = bracket.StopLoss is { } stopPrice ? Place(entry, OrderRequest.Stop(terms.Instrument, side, quantity, stopPrice)) : null;
        var profit = bracket.TakeProfit is { } limit ? Place(entry, OrderRequest.Limit(terms.Instrument, side, quantity, limit)) : null;
        if (stop is not null && profit is not null)
        {
            stop.Sibling = profit;
            profit.Sibling = stop;
            orders.Changed(stop);
        }
    }

    private WorkingOrder? Place(WorkingOrder entry, OrderRequest terms) => desk.Submit(new Order
    {
        Id = new(context.NextNumber()),
        Time = context.Now,
        Venue = entry.Order.Venue,
        Terms = terms with { ReduceOnly = true, RiskTags = entry.Order.Terms.RiskTags, Rationale = entry.Order.Terms.Rationale },
        Status = OrdStatus.PendingNew,
        Intent = entry.Order.Intent,
        Correlation = entry.Order.Id,
        DecisionPrice = terms.LimitPrice ?? terms.StopPrice,
    });

    private static bool FollowsOlderSibling(WorkingOrder order) =>
        order.Sibling is { } sibling && sibling.Status.IsOpen() && sibling.Order.Id.Value < order.Order.Id.Value;
}
