using Slipstream.Domain;

namespace Slipstream.Engine.Orders;

/// <summary>One instrument's open orders, oldest first, with the sums that risk and strategies ask for.</summary>
public sealed class OpenOrderList
{
    private WorkingOrder[] _orders = new WorkingOrder[4];
    private OpenOrder[] _views = new OpenOrder[4];

    /// <summary>How many.</summary>
    public int Count { get; private set; }

    /// <summary>Open buy quantity, counts of 1e-8. Exits of a bracket count once, since only one of them can fill.</summary>
    public long BuyRaw { get; private set; }

    /// <summary>Open sell quantity, counts of 1e-8. Exits of a bracket count once, since only one of them can fill.</summary>
    public long SellRaw { get; private set; }

    /// <summary>The orders.</summary>
    public ReadOnlySpan<WorkingOrder> Orders => _orders.AsSpan(0, Count);

    /// <summary>The orders as strategies see them.</summary>
    public ReadOnlySpan<OpenOrder> Views => _views.AsSpan(0, Count);

    internal void Add(WorkingOrder order)
    {
        if (Count == _orders.Length)
        {
            Array.Resize(ref _orders, Count * 2);
            Array.Resize(ref _views, Count * 2);
        }

        _orders[Count++] = order;
        Refresh(order);
    }

    internal bool Remove(WorkingOrder order)
    {
        var index = Array.IndexOf(_orders, order, 0, Count);
        if (index < 0)
        {
            return false;
        }

        Count--;
        Array.Copy(_orders, index + 1, _orders, index, Count - index);
        Array.Copy(_views, index + 1, _views, index, Count - index);
        _orders[Count] = null!;
        Sum();
        return true;
    }

    internal void Refresh(WorkingOrder order)
    {
        var index = Array.IndexOf(_orders, order, 0, Count);
        if (index >= 0)
        {
            _views[index] = new(order.Order.Id, order.Terms, order.Status, order.LeavesQty);
            Sum();
        }
    }

    private void Sum()
    {
        long buy = 0, sell = 0;
        for (var i = 0; i < Count; i++)
        {
            var order = _orders[i];
            var countsElsewhere = order.Sibling is { } sibling && sibling.Status.IsOpen() && sibling.Order.Id.Value < order.Order.Id.Value;
            if (!countsElsewhere)
            {
                ref var sum = ref (order.Terms.Side == Side.Buy ? ref buy : ref sell);
                sum = checked(sum + order.LeavesQty.Raw);
            }
        }

        BuyRaw = buy;
        SellRaw = sell;
    }
}
