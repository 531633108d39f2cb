namespace Slipstream.Simulation;

// Orders by number. Numbers count from 1 in a run, so an array finds them; that an order was there is remembered for ever, so that
// a second sending is known as one.
internal sealed class OrderTable
{
    private static readonly SimOrder s_ended = new() { Phase = OrderPhase.Ended };

    private readonly Dictionary<long, Refusal> _refusals = [];
    private SimOrder?[] _orders = new SimOrder?[1024];
    private SimOrder[] _free = new SimOrder[16];
    private int _freeCount;

    // The order if it is on its way or open; null if it ended or never was.
    public SimOrder? Open(OrderId id)
    {
        var order = At(id);
        return order is null || ReferenceEquals(order, s_ended) ? null : order;
    }

    public bool WasSeen(OrderId id) => At(id) is not null;

    public Refusal? RefusalOf(OrderId id) => _refusals.GetValueOrDefault(id.Value);

    public SimOrder Add(in Order order, InstrumentMarket market)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(order.Id.Value, 1);
        if (order.Id.Value >= _orders.Length)
        {
            var length = Math.Max(_orders.Length * 2L, order.Id.Value + 1);
            Array.Resize(ref _orders, checked((int)Math.Min(length, Array.MaxLength)));
        }

        var added = _freeCount > 0 ? _free[--_freeCount] : new SimOrder();
        added.Begin(order, market);
        _orders[order.Id.Value] = added;
        return added;
    }

    public void Refuse(SimOrder order, Refusal refusal)
    {
        _refusals[order.Id.Value] = refusal;
        End(order);
    }

    // The object may be used again by the next order: nothing may hold it any more.
    public void End(SimOrder order)
    {
        order.Phase = OrderPhase.Ended;
        _orders[order.Id.Value] = s_ended;
        if (_freeCount == _free.Length)
        {
            Array.Resize(ref _free, _free.Length * 2);
        }

        _free[_freeCount++] = order;
    }

    private SimOrder? At(OrderId id) => (ulong)id.Value < (ulong)_orders.Length ? _orders[id.Value] : null;
}
