using FsCheck;
using FsCheck.Fluent;
using Slipstream.Domain;
using Slipstream.Engine.Orders;
using Slipstream.Engine.Tests.Rig;

namespace Slipstream.Engine.Tests.Properties;

/// <summary>Reports in any order, twice, late, and beyond the quantity.</summary>
public class OrderLifecycleProperties
{
    [Fact]
    public void No_sequence_of_reports_and_requests_breaks_an_order_or_the_sums() => Prop.ForAll(Codes.Many, codes =>
    {
        var table = new OrderTable(2);
        var orders = new List<WorkingOrder>();
        foreach (var code in codes)
        {
            Step(table, orders, new SeededRandom((ulong)(uint)code));
            CheckSums(table, orders);
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    private static void Step(OrderTable table, List<WorkingOrder> orders, SeededRandom random)
    {
        if (orders.Count == 0 || random.NextBelow(4) == 0)
        {
            var side = random.NextBelow(2) == 0 ? Side.Buy : Side.Sell;
            var terms = OrderRequest.Limit(new((ushort)random.NextBelow(2)), side, Some.Qty("10"), Some.Px("100")) with { ReduceOnly = random.NextBelow(4) == 0 };
            var order = Some.Order(orders.Count + 1, terms);
            orders.Add(table.Add(random.NextBelow(3) == 0 ? order with { Correlation = new(1000) } : order));
            return;
        }

        var subject = orders[(int)random.NextBelow(orders.Count)];
        var cum = subject.CumQty;
        var status = subject.Status;
        Move(subject, random);
        table.Changed(subject);

        Assert.True(subject.CumQty >= cum);
        Assert.True(subject.LeavesQty <= subject.MostLeaves);
        if (status.IsFinal())
        {
            Assert.True(subject.Status == status || subject.Status == OrdStatus.Filled);
            Assert.True(subject.Status == status || subject.CumQty > cum);
        }
    }

    private static void Move(WorkingOrder order, SeededRandom random)
    {
        var id = order.Order.Id.Value;
        var quantity = Quantity.FromRaw(random.NextBelow(15) * Grid.UnitsPerOne);
        switch (random.NextBelow(12))
        {
            case 0:
                OrderLifecycle.AskCancel(order);
                break;
            case 1:
                OrderLifecycle.AskReplace(order, quantity);
                break;
            case 2:
                OrderLifecycle.Apply(order, Some.Replaced(id, quantity, Some.Px("101")));
                break;
            case 3 or 4 or 5:
                OrderLifecycle.Apply(order, Some.Trade(id, random.NextBelow(5), quantity, Some.Px("100")));
                break;
            default:
                OrderLifecycle.Apply(order, Some.Report(Pick(random), id));
                break;
        }
    }

    private static ExecType Pick(SeededRandom random) => random.NextBelow(6) switch
    {
        0 => ExecType.New,
        1 => ExecType.Canceled,
        2 => ExecType.Rejected,
        3 => ExecType.Expired,
        4 => ExecType.CancelRejected,
        _ => ExecType.Triggered,
    };

    private static void CheckSums(OrderTable table, List<WorkingOrder> orders)
    {
        Assert.Equal(orders.Count(o => o.Status.IsOpen()), table.OpenCount);
        for (ushort i = 0; i < 2; i++)
        {
            var id = new InstrumentId(i);
            var list = table.Open(id);
            var open = orders.Where(o => o.Order.Terms.Instrument == id && o.Status.IsOpen()).ToList();
            long Of(Side side, bool exits) => open.Where(o => o.Terms.Side == side && o.IsExit == exits).Sum(o => o.MostLeaves.Raw);

            Assert.Equal(open, list.Orders.ToArray());
            Assert.Equal(open.Select(o => new OpenOrder(o.Order.Id, o.Terms, o.Status, o.LeavesQty)), list.Views.ToArray());
            Assert.Equal(Of(Side.Buy, false), list.BuyRaw);
            Assert.Equal(Of(Side.Sell, false), list.SellRaw);
            Assert.Equal(Of(Side.Buy, true), list.ExitBuyRaw);
            Assert.Equal(Of(Side.Sell, true), list.ExitSellRaw);
            Assert.Equal(open.Count(o => o.Terms.ReduceOnly), list.ReduceOnlyCount);
        }
    }
}
