using Slipstream.Domain;

namespace Slipstream.Engine.Orders;

/// <summary>All orders that may still be heard of: the open ones, and the latest that ended, so that late and doubled reports find theirs.</summary>
/// <param name="instruments">Number of instruments.</param>
public sealed class OrderTable(int instruments)
{
    /// <summary>Ended orders that are remembered.</summary>
    public const int EndedKept = 65_536;

    private readonly Dictionary<long, WorkingOrder> _byId = [];
    private readonly Queue<WorkingOrder> _ended = new();
    private readonly Stack<WorkingOrder> _pool = new();
    private readonly OpenOrderList[] _open = [.. Enumerable.Range(0, instruments).Select(_ => new OpenOrderList())];

    /// <summary>How many orders are open.</summary>
    public int OpenCount { get; private set; }

    /// <summary>Adds an order that is being sent.</summary>
    public WorkingOrder Add(in Order order)
    {
        var working = _pool.TryPop(out var pooled) ? pooled : new WorkingOrder();
        working.Begin(in order);
        _byId.Add(order.Id.Value, working);
        _open[order.Terms.Instrument.Index].Add(working);
        OpenCount++;
        return working;
    }

    /// <summary>Finds an order; null if it is not known, or was forgotten.</summary>
    public WorkingOrder? Find(OrderId id) => _byId.GetValueOrDefault(id.Value);

    /// <summary>Returns an instrument's open orders, oldest first.</summary>
    public OpenOrderList Open(InstrumentId instrument) => _open[instrument.Index];

    /// <summary>Brings the lists up to date after an order changed.</summary>
    public void Changed(WorkingOrder order)
    {
        var open = _open[order.Order.Terms.Instrument.Index];
        if (order.Status.IsFinal())
        {
            if (open.Remove(order))
            {
                OpenCount--;
                Retire(order);
            }
        }
        else
        {
            open.Refresh(order);
        }
    }

    private void Retire(WorkingOrder order)
    {
        _ended.Enqueue(order);
        if (_ended.Count > EndedKept)
        {
            var forgotten = _ended.Dequeue();
            _byId.Remove(forgotten.Order.Id.Value);
            // A sibling that lives on must not take the object's next order for its own.
            forgotten.Unlink();
            _pool.Push(forgotten);
        }
    }
}
