using Slipstream.Domain;

namespace Slipstream.Engine.Orders;

/// <summary>One instrument's open orders, oldest first, with the sums that risk and strategies ask for.</summary>
/// <remarks>The sums take the most that may still fill: while a replace is on its way, the larger of the old and the new quantity.</remarks>
public sealed class OpenOrderList
{
    private WorkingOrder[] _orders = new WorkingOrder[4];
    private OpenOrder[] _views = new OpenOrder[4];

    /// <summary>How many.</summary>
    public int Count { get; private set; }

    /// <summary>Open buy quantity, counts of 1e-8, without the exits of brackets.</summary>
    public long BuyRaw { get; private set; }

    /// <summary>Open sell quantity, counts of 1e-8, without the exits of brackets.</summary>
    public long SellRaw { get; private set; }

    /// <summary>Open buy quantity of bracket exits, counts of 1e-8; the two of a pair count once, as the larger: they wait at prices apart, so that one fills long before the other could.</summary>
    public long ExitBuyRaw { get; private set; }

    /// <summary>Open sell quantity of bracket exits, counts of 1e-8; the two of a pair count once, as the larger: they wait at prices apart, so that one fills long before the other could.</summary>
    public long ExitSellRaw { get; private set; }

    /// <summary>How many may only reduce the position, bracket exits among them.</summary>
    public int ReduceOnlyCount { get; private set; }

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
        _views[Count] = default;
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
        long buy = 0, sell = 0, exitBuy = 0, exitSell = 0;
        var reduceOnly = 0;
        foreach (var order in Orders)
        {
            reduceOnly += order.Terms.ReduceOnly ? 1 : 0;
            var leaves = order.MostLeaves.Raw;
            if (!order.IsExit)
            {
                ref var sum = ref (order.Terms.Side == Side.Buy ? ref buy : ref sell);
                sum = checked(sum + leaves);
                continue;
            }

            if (order.Sibling is { } sibling && sibling.Status.IsOpen())
            {
                leaves = sibling.Order.Id.Value < order.Order.Id.Value ? 0 : Math.Max(leaves, sibling.MostLeaves.Raw);
            }

            ref var exits = ref (order.Terms.Side == Side.Buy ? ref exitBuy : ref exitSell);
            exits = checked(exits + leaves);
        }

        BuyRaw = buy;
        SellRaw = sell;
        ExitBuyRaw = exitBuy;
        ExitSellRaw = exitSell;
        ReduceOnlyCount = reduceOnly;
    }
}
