using Slipstream.Domain;
using Slipstream.Engine.Tests.Rig;

namespace Slipstream.Engine.Tests.Core;

public class CancelReplaceTests
{
    private readonly Bench _bench = new Bench(Some.BtcUsd).Started();

    public CancelReplaceTests() => _bench.Price("100");

    [Fact]
    public void A_cancel_is_sent_once_and_told_when_done()
    {
        var id = Resting();
        _bench.Act(c => c.Cancel(new(id), "changed my mind"));
        Assert.Equal(_bench.Intents[^1].Id, Assert.Single(_bench.Cancels).Intent);
        Assert.Equal((IntentKind.Cancel, new OrderId(id), Side.Buy), (_bench.Intents[^1].Kind, _bench.Intents[^1].Target!.Value, _bench.Intents[^1].Request.Side));
        Assert.Equal(OrdStatus.PendingCancel, _bench.Status(id));
        Assert.Equal(Some.Qty("5").Raw, _bench.Open().BuyRaw); // it may still fill

        _bench.Act(c => c.Cancel(new(id)));
        Assert.Single(_bench.Cancels);
        Assert.Equal("INVALID_ORDER by orderStatus: PendingCancel, allowed an open order", _bench.LastRefusal.ToString());
        Assert.Equal((new OrderId(id), OrdStatus.PendingCancel, Some.Qty("5")), (_bench.Strategy.Updates[^1].Order, _bench.Strategy.Updates[^1].Status, _bench.Strategy.Updates[^1].LeavesQty));

        _bench.Report(ExecType.Canceled, id);
        Assert.Equal((OrdStatus.Canceled, (Refusal?)null), (_bench.Strategy.Updates[^1].Status, _bench.Strategy.Updates[^1].Reason));
        Assert.Equal(0, _bench.Open().BuyRaw);
    }

    [Fact]
    public void A_cancel_that_overtakes_the_order_leaves_it_where_it_was()
    {
        var id = _bench.Place(OrderRequest.Limit(Some.First, Side.Buy, Some.Qty("5"), Some.Px("99")));
        _bench.Act(c => c.Cancel(new(id)));
        _bench.Report(ExecType.CancelRejected, id);
        Assert.Equal(OrdStatus.PendingNew, _bench.Status(id));
        _bench.Report(ExecType.Rejected, id);
        Assert.Equal(OrdStatus.Rejected, _bench.Status(id));
        Assert.Equal(0, _bench.Core.Orders.OpenCount);
    }

    [Fact]
    public void A_cancel_of_an_order_that_never_was_is_refused_and_told()
    {
        _bench.Act(c => c.Cancel(new(77)));
        Assert.Equal("INVALID_ORDER by target: order 77, allowed an order of this run that is open", _bench.LastRefusal.ToString());
        Assert.Equal(new OrderId(77), _bench.Strategy.Updates[^1].Order);
        Assert.Null(_bench.Intents[^1].DecisionPrice);
    }

    [Fact]
    public void A_replace_changes_terms_when_the_venue_says_so()
    {
        var id = Resting();
        _bench.Act(c => c.Replace(new(id), Some.Qty("7"), Some.Px("98")));
        var replace = Assert.Single(_bench.Replaces);
        Assert.Equal((new OrderId(id), _bench.Intents[^1].Id, Some.Qty("7"), Some.Px("98")), (replace.Order, replace.Intent, replace.Quantity, replace.LimitPrice!.Value));
        Assert.Equal(Some.Px("99"), _bench.Core.Orders.Find(new(id))!.Terms.LimitPrice);
        Assert.Equal(OrdStatus.PendingReplace, _bench.Status(id));

        _bench.Act(c => c.Replace(new(id), Some.Qty("8"), null));
        Assert.Equal("INVALID_ORDER by orderStatus: PendingReplace, allowed New or PartiallyFilled", _bench.LastRefusal.ToString());

        _bench.Fill(id, "2", "99");
        _bench.Report(Some.Replaced(id, Some.Qty("7"), Some.Px("98")));
        Assert.Equal((OrdStatus.PartiallyFilled, Some.Qty("5")), (_bench.Strategy.Updates[^1].Status, _bench.Strategy.Updates[^1].LeavesQty));
        Assert.Equal(Some.Px("98"), _bench.Core.Orders.Find(new(id))!.Terms.LimitPrice);
        Assert.Equal(Some.Qty("5").Raw, _bench.Open().BuyRaw);
    }

    [Fact]
    public void A_refused_replace_leaves_the_order()
    {
        var id = Resting();
        _bench.Act(c => c.Replace(new(id), Some.Qty("7"), null));
        Assert.Equal(Some.Qty("7").Raw, _bench.Open().BuyRaw);
        _bench.Report(ExecType.CancelRejected, id);
        Assert.Equal(OrdStatus.New, _bench.Status(id));
        Assert.Equal(Some.Qty("5").Raw, _bench.Open().BuyRaw);
    }

    [Fact]
    public void A_strategy_sees_its_open_orders_oldest_first()
    {
        var first = Resting();
        var second = Resting();
        _bench.Fill(first, "1", "99");
        _bench.Act(c =>
        {
            var open = c.OpenOrders(Some.First);
            Assert.Equal([first, second], open.ToArray().Select(o => o.Id.Value));
            Assert.Equal((OrdStatus.PartiallyFilled, Some.Qty("4")), (open[0].Status, open[0].LeavesQty));
            Assert.Equal(Position.Parse("9"), c.Working(Some.First));
            Assert.Equal(Position.Parse("1"), c.Position(Some.First));
            Assert.Equal(Some.Px("99"), c.AverageEntryPrice(Some.First));
        });
    }

    [Fact]
    public void MoveTo_counts_what_is_on_its_way()
    {
        _bench.Act(c => c.MoveTo(Some.First, Position.Parse("3")));
        _bench.Act(c => Assert.Null(c.MoveTo(Some.First, Position.Parse("3"))));
        _bench.Act(c => c.MoveTo(Some.First, Position.Parse("-2")));
        Assert.Equal([(Side.Buy, Some.Qty("3")), (Side.Sell, Some.Qty("5"))], _bench.Sends.Select(o => (o.Terms.Side, o.Terms.Quantity)));
    }

    private long Resting()
    {
        var id = _bench.Place(OrderRequest.Limit(Some.First, Side.Buy, Some.Qty("5"), Some.Px("99")));
        _bench.Report(ExecType.New, id);
        return id;
    }
}
