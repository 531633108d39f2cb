using Slipstream.Domain;

namespace Slipstream.Engine.Orders;

/// <summary>An order during its life: what was sent, and what became of it so far.</summary>
public sealed class WorkingOrder
{
    private Int128 _notional;

    /// <summary>The order as it was sent.</summary>
    public Order Order { get; private set; }

    /// <summary>Its terms as they stand, after replaces.</summary>
    public OrderRequest Terms { get; private set; }

    /// <summary>Where it stands.</summary>
    public OrdStatus Status { get; internal set; }

    /// <summary>Filled so far.</summary>
    public Quantity CumQty { get; private set; }

    /// <summary>Still to fill; zero once its life is over.</summary>
    public Quantity LeavesQty => Status.IsFinal() || CumQty >= Terms.Quantity ? Quantity.Zero : Terms.Quantity - CumQty;

    /// <summary>Average price of its fills, rounded half to even; null before the first.</summary>
    public Price? AvgPx => CumQty.IsZero ? null : Price.FromRaw((long)Grid.DivideHalfEven(_notional < 0 ? -_notional : _notional, CumQty.Raw) * (_notional < 0 ? -1 : 1));

    /// <summary>The exit of a bracket that ends when this one fills; null if it has none.</summary>
    public WorkingOrder? Sibling { get; internal set; }

    /// <summary>Starts a life; the object is used again after the order before it was forgotten.</summary>
    internal void Begin(in Order order)
    {
        Order = order;
        Terms = order.Terms;
        Status = OrdStatus.PendingNew;
        CumQty = Quantity.Zero;
        Sibling = null;
        _notional = 0;
    }

    /// <summary>Counts a fill.</summary>
    internal void Count(Quantity quantity, Price price)
    {
        CumQty += quantity;
        _notional = checked(_notional + ((Int128)price.Raw * quantity.Raw));
    }

    /// <summary>Takes new terms.</summary>
    internal void Revise(Quantity quantity, Price? limitPrice) =>
        Terms = Terms with { Quantity = quantity, LimitPrice = limitPrice ?? Terms.LimitPrice };
}
