using Slipstream.Domain;

namespace Slipstream.Engine.Orders;

/// <summary>The state machine of an order's life: which report moves which status where. Every status answers every report, so that late, doubled and reordered ones do no harm.</summary>
/// <remarks>
/// <code>
/// PendingNew ─New→ New ─Trade→ PartiallyFilled ─Trade→ Filled
/// not yet accepted ─Rejected→ Rejected      any open ─Canceled→ Canceled      any open ─Expired→ Expired
/// open ─cancel asked→ PendingCancel ─CancelRejected→ where it stood
/// open ─replace asked→ PendingReplace ─Replaced | CancelRejected→ where it stood
/// PendingReplace ─cancel asked→ PendingCancel ─CancelRejected→ PendingReplace, since one of the two is still on its way
/// Canceled, Expired, Rejected ─Trade→ the same, and the fill counts (Filled once the quantity is reached)
/// </code>
/// </remarks>
public static class OrderLifecycle
{
    /// <summary>Applies a report. A fill's id must have been found new before.</summary>
    public static Transition Apply(WorkingOrder order, in ExecutionReport report) => report.Type switch
    {
        ExecType.New => Accept(order),
        ExecType.Trade => Trade(order, in report),
        ExecType.Canceled => End(order, OrdStatus.Canceled),
        ExecType.Expired => End(order, OrdStatus.Expired),
        ExecType.Rejected => Reject(order),
        ExecType.Replaced => Replace(order, in report),
        ExecType.CancelRejected => Restore(order),
        ExecType.Triggered => Trigger(order),
    };

    /// <summary>Notes that a cancel was asked for.</summary>
    /// <returns>False if the order's life is over or a cancel is on its way.</returns>
    public static bool AskCancel(WorkingOrder order)
    {
        if (order.Status.IsFinal() || order.Status == OrdStatus.PendingCancel)
        {
            return false;
        }

        order.Status = OrdStatus.PendingCancel;
        return true;
    }

    /// <summary>Does the order rest at the venue with nothing else on its way?</summary>
    public static bool CanReplace(WorkingOrder order) => order.Status is OrdStatus.New or OrdStatus.PartiallyFilled;

    /// <summary>Notes that a replace by a new total quantity was asked for.</summary>
    /// <returns>False unless <see cref="CanReplace"/>.</returns>
    public static bool AskReplace(WorkingOrder order, Quantity quantity)
    {
        if (!CanReplace(order))
        {
            return false;
        }

        order.Status = OrdStatus.PendingReplace;
        order.AskedQty = quantity;
        return true;
    }

    private static Transition Accept(WorkingOrder order)
    {
        if (order.IsAccepted || order.Status.IsFinal())
        {
            return Transition.Duplicate;
        }

        BeAccepted(order);
        return Transition.Applied;
    }

    private static Transition Trade(WorkingOrder order, in ExecutionReport report)
    {
        if (report.LastQty.IsZero)
        {
            return Transition.Duplicate;
        }

        var wasFinal = order.Status.IsFinal();
        order.Count(report.LastQty, report.LastPx);
        // A fill also proves the acceptance whose report is late or lost.
        order.IsAccepted = true;
        if (order.CumQty > order.Terms.Quantity)
        {
            Finish(order, OrdStatus.Filled);
            return Transition.Overfill;
        }

        if (order.CumQty == order.Terms.Quantity)
        {
            Finish(order, OrdStatus.Filled);
        }
        else if (order.Status is OrdStatus.PendingNew or OrdStatus.New)
        {
            order.Status = OrdStatus.PartiallyFilled;
        }

        return wasFinal ? Transition.LateFill : Transition.Applied;
    }

    private static Transition End(WorkingOrder order, OrdStatus end)
    {
        if (order.Status.IsFinal())
        {
            return Transition.Duplicate;
        }

        Finish(order, end);
        return Transition.Applied;
    }

    private static Transition Reject(WorkingOrder order)
    {
        // A rejection that comes after the acceptance or a fill contradicts them (as when a venue refuses a second delivery of
        // the same order); the earlier facts stand.
        if (order.IsAccepted || order.Status.IsFinal())
        {
            return Transition.Duplicate;
        }

        Finish(order, OrdStatus.Rejected);
        return Transition.Applied;
    }

    private static Transition Replace(WorkingOrder order, in ExecutionReport report)
    {
        if (order.Status.IsFinal())
        {
            return Transition.Duplicate;
        }

        var quantity = report.LastQty.IsZero ? order.Terms.Quantity : report.LastQty;
        var limit = report.LastPx.Raw == 0 ? order.Terms.LimitPrice : report.LastPx;
        if (order.IsAccepted && order.AskedQty is null && quantity == order.Terms.Quantity && limit == order.Terms.LimitPrice)
        {
            return Transition.Duplicate;
        }

        order.Revise(quantity, limit);
        order.AskedQty = null;
        BeAccepted(order);
        if (order.CumQty >= order.Terms.Quantity)
        {
            Finish(order, OrdStatus.Filled);
        }
        else if (order.Status == OrdStatus.PendingReplace)
        {
            order.Status = Standing(order);
        }

        return Transition.Applied;
    }

    private static Transition Restore(WorkingOrder order)
    {
        if (order.Status == OrdStatus.PendingCancel && order.AskedQty is not null)
        {
            order.Status = OrdStatus.PendingReplace;
            return Transition.Applied;
        }

        if (order.Status is not (OrdStatus.PendingCancel or OrdStatus.PendingReplace))
        {
            return Transition.Duplicate;
        }

        order.AskedQty = null;
        order.CancelReason = null;
        order.Status = Standing(order);
        return Transition.Applied;
    }

    private static Transition Trigger(WorkingOrder order)
    {
        if (order.IsTriggered || order.Status.IsFinal())
        {
            return Transition.Duplicate;
        }

        order.IsTriggered = true;
        BeAccepted(order);
        return Transition.Applied;
    }

    private static void BeAccepted(WorkingOrder order)
    {
        order.IsAccepted = true;
        if (order.Status == OrdStatus.PendingNew)
        {
            order.Status = Standing(order);
        }
    }

    private static void Finish(WorkingOrder order, OrdStatus end)
    {
        order.Status = end;
        order.AskedQty = null;
    }

    private static OrdStatus Standing(WorkingOrder order) => !order.IsAccepted
        ? OrdStatus.PendingNew
        : order.CumQty.IsZero ? OrdStatus.New : OrdStatus.PartiallyFilled;
}
