using Slipstream.Domain;
using Slipstream.Engine.Tests.Rig;

namespace Slipstream.Engine.Tests.Risk;

public class PartFillTests
{
    [Fact]
    public void The_rest_of_an_order_that_equity_no_longer_covers_is_cancelled()
    {
        var bench = new Bench(Some.BtcUsd).Started();
        bench.Price("100");
        var order = bench.Place(OrderRequest.Market(Some.First, Side.Buy, Some.Qty("9500"))); // 950,000 of 1,000,000
        bench.Report(ExecType.New, order);

        bench.Fill(order, "1000", "104");
        Assert.Empty(bench.Cancels);

        bench.Fill(order, "1000", "120"); // 7,500 more at 120 would take 900,000, but 776,000 is left
        Assert.Equal(order, Assert.Single(bench.Cancels).Order.Value);
        Assert.Equal(OrdStatus.PendingCancel, bench.Status(order));
    }

    [Fact]
    public void The_rest_of_a_closing_order_stays_whatever_the_price()
    {
        var bench = new Bench(Some.BtcUsd).Started();
        bench.Price("100");
        bench.Hold(Side.Buy, "9000", "100");
        var close = bench.Place(OrderRequest.Market(Some.First, Side.Sell, Some.Qty("9000")));
        bench.Report(ExecType.New, close);
        bench.Fill(close, "10", "1");
        Assert.Empty(bench.Cancels);
    }
}
