using Slipstream.Domain;
using Slipstream.Engine.Core;

namespace Slipstream.Engine.Tests.Rig;

/// <summary>
/// The least a venue does: acknowledges at once, fills market orders at the last price and resting ones when a price reaches
/// them, at their price, and keeps reduce-only orders to the position that its own fills add up to.
/// </summary>
internal sealed class TinyVenue(Bench bench)
{
    private readonly List<Resting> _orders = [];
    private readonly Queue<ExecutionReport> _reports = new();
    private readonly Dictionary<int, Price> _last = [];
    private readonly Dictionary<int, long> _net = [];
    private long _fills;

    /// <summary>Fills at most this much of an order at once; null for all.</summary>
    public Quantity? Part { get; set; }

    public void Arrive(in Order order)
    {
        _orders.Add(new(order.Id, order.Terms));
        _reports.Enqueue(Some.Report(ExecType.New, order.Id.Value));
    }

    public void Arrive(CancelOrder cancel)
    {
        var gone = _orders.RemoveAll(o => o.Id == cancel.Order);
        _reports.Enqueue(Some.Report(gone > 0 ? ExecType.Canceled : ExecType.CancelRejected, cancel.Order.Value));
    }

    public void Arrive(ReplaceOrder replace)
    {
        var order = _orders.Find(o => o.Id == replace.Order);
        if (order is null || replace.Quantity.Raw <= order.Cum)
        {
            _reports.Enqueue(Some.Report(ExecType.CancelRejected, replace.Order.Value));
            return;
        }

        order.Terms = order.Terms with { Quantity = replace.Quantity, LimitPrice = replace.LimitPrice ?? order.Terms.LimitPrice };
        _reports.Enqueue(Some.Replaced(replace.Order.Value, replace.Quantity, replace.LimitPrice));
    }

    public void Move(InstrumentId instrument, Price last)
    {
        _last[instrument.Index] = last;
        Match();
    }

    /// <summary>Delivers reports, and what follows from them, until nothing is left.</summary>
    public void Work()
    {
        do
        {
            while (_reports.TryDequeue(out var report))
            {
                bench.Report(report);
            }

            Match();
        }
        while (_reports.Count > 0);
    }

    private void Match()
    {
        foreach (var order in _orders.ToArray())
        {
            if (_last.TryGetValue(order.Terms.Instrument.Index, out var last) && PriceOf(order.Terms, last) is { } price)
            {
                Fill(order, price);
            }
        }
    }

    private void Fill(Resting order, Price price)
    {
        var index = order.Terms.Instrument.Index;
        var sign = order.Terms.Side.Sign();
        var net = _net.GetValueOrDefault(index);
        var quantity = order.Terms.Quantity.Raw - order.Cum;
        if (order.Terms.ReduceOnly)
        {
            quantity = Math.Min(quantity, Math.Max(0, -sign * net));
        }

        quantity = Math.Min(quantity, Part?.Raw ?? long.MaxValue);
        if (quantity == 0)
        {
            return;
        }

        _net[index] = net + (sign * quantity);
        order.Cum += quantity;
        _reports.Enqueue(Some.Trade(order.Id.Value, ++_fills, Quantity.FromRaw(quantity), price));
        if (order.Cum == order.Terms.Quantity.Raw)
        {
            _orders.Remove(order);
        }
    }

    private static Price? PriceOf(in OrderRequest terms, Price last) => terms.Type switch
    {
        OrderType.Market => last,
        OrderType.Limit => (terms.Side == Side.Buy ? last <= terms.LimitPrice : last >= terms.LimitPrice) ? terms.LimitPrice : null,
        OrderType.Stop => (terms.Side == Side.Buy ? last >= terms.StopPrice : last <= terms.StopPrice) ? last : null,
        _ => null,
    };

    private sealed class Resting(OrderId id, OrderRequest terms)
    {
        public OrderId Id { get; } = id;

        public OrderRequest Terms { get; set; } = terms;

        public long Cum { get; set; }
    }
}
