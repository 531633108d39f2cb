using Slipstream.Domain;

namespace Slipstream.Engine.Orders;

/// <summary>The state machine of an order's life: which report moves which status where. Every status answers every report, so that late, doubled and reordered ones do no harm.</summary>
/// <remarks>
/// <code>
/// PendingNew ─New→ New ─Trade→ PartiallyFilled ─Trade→ Filled
/// PendingNew ─Rejected→ Rejected      any open ─Canceled→ Canceled      any open ─Expired→ Expired
/// open ─cancel asked→ PendingCancel ─CancelRejected→ New | PartiallyFilled
/// open ─replace asked→ PendingReplace ─Replaced | CancelRejected→ New | PartiallyFilled
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
        ExecType.Triggered => order.Status.IsFinal() ? Transition.Duplicate : Transition.Applied,
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

    /// <summary>Notes that a replace was asked for.</summary>
    /// <returns>False unless the order rests at the venue with nothing else on its way.</returns>
    public static bool AskReplace(WorkingOrder order)
    {
        if (order.Status is not (OrdStatus.New or OrdStatus.PartiallyFilled))
        {
            return false;
        }

        order.Status = OrdStatus.PendingReplace;
        return true;
    }

    private static Transition Accept(WorkingOrder order)
    {
        if (order.Status != OrdStatus.PendingNew)
        {
            return Transition.Duplicate;
        }

        order.Status = OrdStatus.New;
        return Transition.Applied;
    }

    private static Transition Trade(WorkingOrder order, in ExecutionReport report)
    {
        var wasFinal = order.Status.IsFinal();
        order.Count(report.LastQty, report.LastPx);
        if (order.CumQty > order.Terms.Quantity)
        {
            order.Status = OrdStatus.Filled;
            return Transition.Overfill;
        }

        if (order.CumQty == order.Terms.Quantity)
        {
            order.Status = OrdStatus.Filled;
        }
        else if (order.Status is OrdStatus.PendingNew or OrdStatus.New)
        {
            // A fill also proves the acceptance whose report is late or lost.
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

        order.Status = end;
        return Transition.Applied;
    }

    private static Transition Reject(WorkingOrder order)
    {
        // A rejection that comes after the acceptance or a fill contradicts them; the earlier facts stand.
        if (order.Status != OrdStatus.PendingNew)
        {
            return Transition.Duplicate;
        }

        order.Status = OrdStatus.Rejected;
        return Transition.Applied;
    }

    private static Transition Replace(WorkingOrder order, in ExecutionReport report)
    {
        if (order.Status.IsFinal())
        {
            return Transition.Duplicate;
        }

        order.Revise(report.LastQty, report.LastPx.Raw == 0 ? null : report.LastPx);
        if (order.CumQty >= order.Terms.Quantity)
        {
            order.Status = OrdStatus.Filled;
        }
        else if (order.Status == OrdStatus.PendingReplace)
        {
            order.Status = Resting(order);
        }

        return Transition.Applied;
    }

    private static Transition Restore(WorkingOrder order)
    {
        if (order.Status is not (OrdStatus.PendingCancel or OrdStatus.PendingReplace))
        {
            return Transition.Duplicate;
        }

        order.Status = Resting(order);
        return Transition.Applied;
    }

    private static OrdStatus Resting(WorkingOrder order) => order.CumQty.IsZero ? OrdStatus.New : OrdStatus.PartiallyFilled;
}
