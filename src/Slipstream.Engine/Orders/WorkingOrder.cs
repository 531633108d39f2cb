using Slipstream.Domain;

namespace Slipstream.Engine.Orders;

/// <summary>An order during its life: what was sent, and what became of it so far.</summary>
public sealed class WorkingOrder
{
    private Order _order;
    private OrderRequest _terms;
    private Int128 _notional;
    private long[] _fills = [];
    private int _fillCount;
    private long _highestFill;

    /// <summary>The order as it was sent.</summary>
    public ref readonly Order Order => ref _order;

    /// <summary>Its terms as they stand, after replaces.</summary>
    public ref readonly OrderRequest Terms => ref _terms;

    /// <summary>Where it stands.</summary>
    public OrdStatus Status { get; internal set; }

    /// <summary>Has the venue shown that it knows the order?</summary>
    public bool IsAccepted { get; internal set; }

    /// <summary>Has its stop been triggered?</summary>
    public bool IsTriggered { get; internal set; }

    /// <summary>Filled so far.</summary>
    public Quantity CumQty { get; private set; }

    /// <summary>Still to fill; zero once its life is over.</summary>
    public Quantity LeavesQty => Leaves(_terms.Quantity);

    /// <summary>Total quantity of a replace that is on its way; null if none is.</summary>
    public Quantity? AskedQty { get; internal set; }

    /// <summary>The most that may still fill, whatever becomes of a replace on its way. Risk counts this.</summary>
    public Quantity MostLeaves => Leaves(AskedQty is { } asked && asked > _terms.Quantity ? asked : _terms.Quantity);

    /// <summary>Average price of its fills, rounded half to even; null before the first.</summary>
    public Price? AvgPx => CumQty.IsZero ? null : Price.FromRaw(checked((long)Grid.DivideHalfEven(_notional, CumQty.Raw)));

    /// <summary>Is it an exit of a bracket?</summary>
    public bool IsExit => _order.Correlation != _order.Id;

    /// <summary>The exit of a bracket that ends when this one fills; null if it has none.</summary>
    public WorkingOrder? Sibling { get; internal set; }

    /// <summary>Why the engine asked for its end; null where it did not, or where there is nothing to say.</summary>
    public Refusal? CancelReason { get; internal set; }

    /// <summary>Filled quantity of a bracket's entry that has no exits yet.</summary>
    internal Quantity Unprotected { get; set; }

    /// <summary>What may still fill once a replace on its way is done.</summary>
    internal Quantity LeavesAsked => Leaves(AskedQty ?? _terms.Quantity);

    /// <summary>Starts a life; the object is used again after the order before it was forgotten.</summary>
    internal void Begin(in Order order)
    {
        _order = order;
        _terms = order.Terms;
        _notional = 0;
        _fillCount = 0;
        Status = OrdStatus.PendingNew;
        IsAccepted = false;
        IsTriggered = false;
        CumQty = Quantity.Zero;
        AskedQty = null;
        CancelReason = null;
        Unprotected = Quantity.Zero;
        Sibling = null;
    }

    /// <summary>Parts it from its sibling, so that neither knows the other when its object is used again.</summary>
    internal void Unlink()
    {
        if (Sibling is { } sibling && ReferenceEquals(sibling.Sibling, this))
        {
            sibling.Sibling = null;
        }

        Sibling = null;
    }

    /// <summary>Notes a fill's id.</summary>
    /// <returns>False if it was noted before: the fill was delivered twice.</returns>
    internal bool NoteFill(FillId fill)
    {
        // Ids nearly always rise, so the search is rare.
        if (_fillCount > 0 && fill.Value <= _highestFill && _fills.AsSpan(0, _fillCount).Contains(fill.Value))
        {
            return false;
        }

        if (_fillCount == _fills.Length)
        {
            Array.Resize(ref _fills, Math.Max(2, _fillCount * 2));
        }

        _highestFill = _fillCount == 0 ? fill.Value : Math.Max(_highestFill, fill.Value);
        _fills[_fillCount++] = fill.Value;
        return true;
    }

    /// <summary>Counts a fill.</summary>
    internal void Count(Quantity quantity, Price price)
    {
        CumQty += quantity;
        _notional = checked(_notional + ((Int128)price.Raw * quantity.Raw));
    }

    /// <summary>Takes new terms.</summary>
    internal void Revise(Quantity quantity, Price? limitPrice) =>
        _terms = _terms with { Quantity = quantity, LimitPrice = limitPrice };

    private Quantity Leaves(Quantity total) => Status.IsFinal() || CumQty >= total ? Quantity.Zero : total - CumQty;
}
