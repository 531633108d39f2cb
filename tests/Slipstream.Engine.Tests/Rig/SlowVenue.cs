using Slipstream.Domain;
using Slipstream.Engine.Core;

namespace Slipstream.Engine.Tests.Rig;

/// <summary>
/// A venue that takes its time: requests and reports travel in order but arrive whenever a random source says, and any order
/// may fill at any time by any part. It knows its own truth and keeps reduce-only orders to it; the exits of a pair, whose prices are apart, don't both fill; now and then it repeats a report.
/// </summary>
internal sealed class SlowVenue(SeededRandom random, int instruments)
{
    private readonly Queue<Action> _requests = new();
    private readonly Queue<ExecutionReport> _reports = new();
    private readonly List<Resting> _orders = [];
    private readonly long[] _net = new long[instruments];
    private long _fills;
    private Resting? _lastStop;

    public ReadOnlySpan<long> Net => _net;

    public void Take(EffectBuffer effects)
    {
        for (var i = 0; i < effects.Count; i++)
        {
            switch (effects.Kind(i))
            {
                case EffectKind.Send:
                    var order = effects.Send(i).Order;
                    _requests.Enqueue(() => Arrive(order));
                    break;
                case EffectKind.Cancel:
                    var cancel = effects.Cancel(i);
                    _requests.Enqueue(() => Arrive(cancel));
                    break;
                case EffectKind.Replace:
                    var replace = effects.Replace(i);
                    _requests.Enqueue(() => Arrive(replace));
                    break;
            }
        }
    }

    /// <summary>Does one thing: takes a request, fills something, or lets a report arrive.</summary>
    public ExecutionReport? Step()
    {
        switch (random.NextBelow(3))
        {
            case 0 when _requests.TryDequeue(out var request):
                request();
                return null;
            case 1 when _orders.Count > 0:
                Fill(_orders[(int)random.NextBelow(_orders.Count)]);
                return null;
            default:
                return _reports.Count == 0 ? null : MayRepeat(_reports.Peek()) && random.NextBelow(8) == 0 ? _reports.Peek() : _reports.Dequeue();
        }
    }

    // Not the answers to requests: a report does not say which of an order's requests it answers.
    private static bool MayRepeat(in ExecutionReport report) => report.Type is not (ExecType.Replaced or ExecType.CancelRejected);

    private void Arrive(Order order)
    {
        if (random.NextBelow(10) == 0)
        {
            _reports.Enqueue(Some.Report(ExecType.Rejected, order.Id.Value));
            return;
        }

        var resting = new Resting(order.Id, order.Terms);
        if (order.Correlation != order.Id)
        {
            Pair(resting);
        }

        _orders.Add(resting);
        _reports.Enqueue(Some.Report(ExecType.New, order.Id.Value));
    }

    // The core sends the stop of a pair, then its limit, with the next number.
    private void Pair(Resting exit)
    {
        if (exit.Terms.Type == OrderType.Stop)
        {
            _lastStop = exit;
        }
        else if (_lastStop is { } stop && stop.Id.Value + 1 == exit.Id.Value)
        {
            stop.Partner = exit;
            exit.Partner = stop;
        }
    }

    private void Arrive(CancelOrder cancel)
    {
        var isAlive = random.NextBelow(5) != 0 && _orders.RemoveAll(o => o.Id == cancel.Order) > 0;
        _reports.Enqueue(Some.Report(isAlive ? ExecType.Canceled : ExecType.CancelRejected, cancel.Order.Value));
    }

    private void Arrive(ReplaceOrder replace)
    {
        var order = _orders.Find(o => o.Id == replace.Order);
        if (order is null || replace.Quantity.Raw <= order.Cum || random.NextBelow(5) == 0)
        {
            _reports.Enqueue(Some.Report(ExecType.CancelRejected, replace.Order.Value));
            return;
        }

        order.Terms = order.Terms with { Quantity = replace.Quantity, LimitPrice = replace.LimitPrice ?? order.Terms.LimitPrice };
        _reports.Enqueue(Some.Replaced(replace.Order.Value, replace.Quantity, replace.LimitPrice));
    }

    private void Fill(Resting order)
    {
        var index = order.Terms.Instrument.Index;
        var sign = order.Terms.Side.Sign();
        var most = order.Terms.Quantity.Raw - order.Cum;
        if (order.Terms.ReduceOnly)
        {
            most = Math.Min(most, Math.Max(0, -sign * _net[index]));
        }

        if (order.Partner is { } partner)
        {
            most = Math.Min(most, order.First - order.Cum - partner.Cum);
        }

        if (most <= 0)
        {
            return;
        }

        var quantity = random.NextBelow(2) == 0 ? most : (1 + random.NextBelow(most / Grid.UnitsPerOne)) * Grid.UnitsPerOne;
        _net[index] += sign * quantity;
        order.Cum += quantity;
        var price = order.Terms.LimitPrice ?? Some.Px("100");
        _reports.Enqueue(Some.Trade(order.Id.Value, ++_fills, Quantity.FromRaw(quantity), price, Money.FromRaw(quantity / 100_000, random.NextBelow(5) == 0 ? Some.Btc : Some.Usd)));
        if (order.Cum == order.Terms.Quantity.Raw)
        {
            _orders.Remove(order);
        }
    }

    private sealed class Resting(OrderId id, OrderRequest terms)
    {
        public OrderId Id { get; } = id;

        public OrderRequest Terms { get; set; } = terms;

        public long First { get; } = terms.Quantity.Raw;

        public long Cum { get; set; }

        public Resting? Partner { get; set; }
    }
}
