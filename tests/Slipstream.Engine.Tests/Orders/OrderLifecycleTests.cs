using Slipstream.Domain;
using Slipstream.Engine.Orders;
using Slipstream.Engine.Tests.Rig;
using static Slipstream.Engine.Orders.Transition;

namespace Slipstream.Engine.Tests.Orders;

public class OrderLifecycleTests
{
    private const long Id = 1;
    private static readonly Quantity Ten = Some.Qty("10");

    // Every status, and what each report makes of it: transition and status after it. The order is a limit to buy 10. "Part" is a
    // fill of 4 (after one of 3 where the status is part filled), "All" the rest, "Over" 11. N/P: an order that waits for the
    // answer to a cancel or replace, before or after its acceptance.
    public static TheoryData<string, string, Transition, OrdStatus> Table()
    {
        var data = new TheoryData<string, string, Transition, OrdStatus>();
        void Row(string from, params (string Report, Transition Transition, OrdStatus To)[] rows)
        {
            foreach (var (report, transition, to) in rows)
            {
                data.Add(from, report, transition, to);
            }
        }

        Row("PendingNew", ("New", Applied, OrdStatus.New), ("Part", Applied, OrdStatus.PartiallyFilled), ("All", Applied, OrdStatus.Filled), ("Over", Overfill, OrdStatus.Filled),
            ("Canceled", Applied, OrdStatus.Canceled), ("Expired", Applied, OrdStatus.Expired), ("Rejected", Applied, OrdStatus.Rejected), ("Replaced", Applied, OrdStatus.New),
            ("CancelRejected", Duplicate, OrdStatus.PendingNew), ("Triggered", Applied, OrdStatus.New));
        Row("New", ("New", Duplicate, OrdStatus.New), ("Part", Applied, OrdStatus.PartiallyFilled), ("All", Applied, OrdStatus.Filled), ("Over", Overfill, OrdStatus.Filled),
            ("Canceled", Applied, OrdStatus.Canceled), ("Expired", Applied, OrdStatus.Expired), ("Rejected", Duplicate, OrdStatus.New), ("Replaced", Applied, OrdStatus.New),
            ("CancelRejected", Duplicate, OrdStatus.New), ("Triggered", Applied, OrdStatus.New));
        Row("PartiallyFilled", ("New", Duplicate, OrdStatus.PartiallyFilled), ("Part", Applied, OrdStatus.PartiallyFilled), ("All", Applied, OrdStatus.Filled), ("Over", Overfill, OrdStatus.Filled),
            ("Canceled", Applied, OrdStatus.Canceled), ("Expired", Applied, OrdStatus.Expired), ("Rejected", Duplicate, OrdStatus.PartiallyFilled), ("Replaced", Applied, OrdStatus.PartiallyFilled),
            ("CancelRejected", Duplicate, OrdStatus.PartiallyFilled), ("Triggered", Applied, OrdStatus.PartiallyFilled));
        Row("Filled", ("New", Duplicate, OrdStatus.Filled), ("Part", Overfill, OrdStatus.Filled), ("Over", Overfill, OrdStatus.Filled),
            ("Canceled", Duplicate, OrdStatus.Filled), ("Expired", Duplicate, OrdStatus.Filled), ("Rejected", Duplicate, OrdStatus.Filled), ("Replaced", Duplicate, OrdStatus.Filled),
            ("CancelRejected", Duplicate, OrdStatus.Filled), ("Triggered", Duplicate, OrdStatus.Filled));
        // Asked to cancel after the acceptance.
        Row("PendingCancel", ("New", Duplicate, OrdStatus.PendingCancel), ("Part", Applied, OrdStatus.PendingCancel), ("All", Applied, OrdStatus.Filled), ("Over", Overfill, OrdStatus.Filled),
            ("Canceled", Applied, OrdStatus.Canceled), ("Expired", Applied, OrdStatus.Expired), ("Rejected", Duplicate, OrdStatus.PendingCancel), ("Replaced", Applied, OrdStatus.PendingCancel),
            ("CancelRejected", Applied, OrdStatus.New), ("Triggered", Applied, OrdStatus.PendingCancel));
        // Asked to cancel before the acceptance: the venue may still refuse the order.
        Row("PendingCancel unaccepted", ("New", Applied, OrdStatus.PendingCancel), ("Part", Applied, OrdStatus.PendingCancel), ("Rejected", Applied, OrdStatus.Rejected),
            ("Canceled", Applied, OrdStatus.Canceled), ("CancelRejected", Applied, OrdStatus.PendingNew));
        // Asked to cancel while a replace was on its way: one of the two is still on its way after the first answer.
        Row("PendingCancel replacing", ("Replaced", Applied, OrdStatus.PendingCancel), ("CancelRejected", Applied, OrdStatus.PendingReplace), ("Canceled", Applied, OrdStatus.Canceled));
        Row("PendingReplace", ("New", Duplicate, OrdStatus.PendingReplace), ("Part", Applied, OrdStatus.PendingReplace), ("All", Applied, OrdStatus.Filled), ("Over", Overfill, OrdStatus.Filled),
            ("Canceled", Applied, OrdStatus.Canceled), ("Expired", Applied, OrdStatus.Expired), ("Rejected", Duplicate, OrdStatus.PendingReplace), ("Replaced", Applied, OrdStatus.New),
            ("CancelRejected", Applied, OrdStatus.New), ("Triggered", Applied, OrdStatus.PendingReplace));
        foreach (var end in new[] { OrdStatus.Canceled, OrdStatus.Expired, OrdStatus.Rejected })
        {
            Row(end.ToString(), ("New", Duplicate, end), ("Part", LateFill, end), ("All", LateFill, OrdStatus.Filled), ("Over", Overfill, OrdStatus.Filled),
                ("Canceled", Duplicate, end), ("Expired", Duplicate, end), ("Rejected", Duplicate, end), ("Replaced", Duplicate, end),
                ("CancelRejected", Duplicate, end), ("Triggered", Duplicate, end));
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void Every_status_answers_every_report(string from, string report, Transition transition, OrdStatus to)
    {
        var order = OrderIn(from);
        var cum = order.CumQty;

        Assert.Equal(transition, OrderLifecycle.Apply(order, ReportOf(report, order)));

        Assert.Equal(to, order.Status);
        Assert.True(order.CumQty >= cum);
        Assert.Equal(to.IsFinal(), order.LeavesQty.IsZero);
    }

    [Theory]
    [InlineData("PendingNew", true, false)]
    [InlineData("New", true, true)]
    [InlineData("PartiallyFilled", true, true)]
    [InlineData("Filled", false, false)]
    [InlineData("PendingCancel", false, false)]
    [InlineData("PendingReplace", true, false)]
    [InlineData("Canceled", false, false)]
    [InlineData("Rejected", false, false)]
    [InlineData("Expired", false, false)]
    public void A_request_is_made_only_where_it_makes_sense(string status, bool cancel, bool replace)
    {
        Assert.Equal(cancel, OrderLifecycle.AskCancel(OrderIn(status)));
        Assert.Equal(replace, OrderLifecycle.AskReplace(OrderIn(status), Ten));
    }

    [Fact]
    public void A_replace_on_its_way_counts_at_the_larger_quantity()
    {
        var order = OrderIn("New");
        OrderLifecycle.AskReplace(order, Some.Qty("15"));
        Assert.Equal(Some.Qty("10"), order.LeavesQty);
        Assert.Equal(Some.Qty("15"), order.MostLeaves);

        OrderLifecycle.Apply(order, Some.Replaced(Id, Some.Qty("15"), Some.Px("101")));
        Assert.Equal(Some.Qty("15"), order.LeavesQty);
        Assert.Equal(Some.Px("101"), order.Terms.LimitPrice);

        OrderLifecycle.AskReplace(order, Some.Qty("5"));
        Assert.Equal(Some.Qty("15"), order.MostLeaves);
        OrderLifecycle.Apply(order, Some.Report(ExecType.CancelRejected, Id));
        Assert.Equal(Some.Qty("15"), order.MostLeaves);
        Assert.Null(order.AskedQty);
    }

    [Fact]
    public void A_replace_to_what_is_filled_ends_the_order()
    {
        var order = OrderIn("PartiallyFilled");
        OrderLifecycle.Apply(order, Some.Replaced(Id, Some.Qty("3")));
        Assert.Equal(OrdStatus.Filled, order.Status);
    }

    [Fact]
    public void A_replace_report_without_a_quantity_leaves_it()
    {
        var order = OrderIn("New");
        OrderLifecycle.Apply(order, Some.Replaced(Id, Quantity.Zero, Some.Px("99")));
        Assert.Equal(Ten, order.Terms.Quantity);
        Assert.Equal(Some.Px("99"), order.Terms.LimitPrice);
    }

    [Fact]
    public void A_trigger_or_a_replace_that_is_told_twice_is_known()
    {
        var order = OrderIn("New");
        Assert.Equal(Applied, OrderLifecycle.Apply(order, Some.Report(ExecType.Triggered, Id)));
        Assert.Equal(Duplicate, OrderLifecycle.Apply(order, Some.Report(ExecType.Triggered, Id)));

        OrderLifecycle.AskReplace(order, Some.Qty("12"));
        Assert.Equal(Applied, OrderLifecycle.Apply(order, Some.Replaced(Id, Some.Qty("12"), Some.Px("101"))));
        Assert.Equal(Duplicate, OrderLifecycle.Apply(order, Some.Replaced(Id, Some.Qty("12"), Some.Px("101"))));
        Assert.Equal(Applied, OrderLifecycle.Apply(order, Some.Replaced(Id, Some.Qty("12"), Some.Px("102"))));
    }

    [Fact]
    public void A_fill_of_nothing_changes_nothing()
    {
        var order = OrderIn("PendingNew");
        Assert.Equal(Duplicate, OrderLifecycle.Apply(order, Some.Trade(Id, 1, Quantity.Zero, Some.Px("100"))));
        Assert.Equal(OrdStatus.PendingNew, order.Status);
    }

    [Theory]
    [InlineData("100", "101", "100.33333333")] // (2 * 100 + 1 * 101) / 3
    [InlineData("-37.63", "-40", "-38.42")] // (2 * -37.63 + 1 * -40) / 3: a future below zero
    public void The_average_price_is_weighted_and_rounded(string two, string one, string average)
    {
        var order = OrderIn("New");
        OrderLifecycle.Apply(order, Some.Trade(Id, 1, Some.Qty("2"), Some.Px(two)));
        OrderLifecycle.Apply(order, Some.Trade(Id, 2, Some.Qty("1"), Some.Px(one)));
        Assert.Equal(Some.Px(average), order.AvgPx);
    }

    [Fact]
    public void An_ended_order_is_forgotten_after_many_others_and_its_sibling_knows_no_stranger()
    {
        var table = new OrderTable(1);
        var terms = OrderRequest.Market(Some.First, Side.Buy, Ten);
        for (var id = 1; id <= OrderTable.EndedKept + 1; id++)
        {
            var order = table.Add(Some.Order(id, terms));
            OrderLifecycle.Apply(order, Some.Report(ExecType.Canceled, id));
            table.Changed(order);
        }

        Assert.Null(table.Find(new(1)));
        Assert.NotNull(table.Find(new(2)));
        Assert.Equal(0, table.OpenCount);
        var next = table.Add(Some.Order(OrderTable.EndedKept + 2, terms));
        Assert.Equal(OrdStatus.PendingNew, next.Status);
        Assert.Equal(Quantity.Zero, next.CumQty);
        Assert.Null(next.AvgPx);
        Assert.Null(next.Sibling);
    }

    private static WorkingOrder OrderIn(string status)
    {
        var order = new OrderTable(1).Add(Some.Order(Id, OrderRequest.Limit(Some.First, Side.Buy, Ten, Some.Px("100"))));
        void Do(ExecType type) => OrderLifecycle.Apply(order, Some.Report(type, Id));
        switch (status)
        {
            case "PendingNew":
                break;
            case "New":
                Do(ExecType.New);
                break;
            case "PartiallyFilled":
                Do(ExecType.New);
                OrderLifecycle.Apply(order, Some.Trade(Id, 1, Some.Qty("3"), Some.Px("100")));
                break;
            case "Filled":
                OrderLifecycle.Apply(order, Some.Trade(Id, 1, Ten, Some.Px("100")));
                break;
            case "PendingCancel":
                Do(ExecType.New);
                OrderLifecycle.AskCancel(order);
                break;
            case "PendingCancel unaccepted":
                OrderLifecycle.AskCancel(order);
                break;
            case "PendingCancel replacing":
                Do(ExecType.New);
                OrderLifecycle.AskReplace(order, Some.Qty("12"));
                OrderLifecycle.AskCancel(order);
                break;
            case "PendingReplace":
                Do(ExecType.New);
                OrderLifecycle.AskReplace(order, Some.Qty("12"));
                break;
            default:
                Do(Enum.Parse<ExecType>(status));
                break;
        }

        Assert.Equal(Enum.Parse<OrdStatus>(status.Split(' ')[0]), order.Status);
        return order;
    }

    private static ExecutionReport ReportOf(string report, WorkingOrder order) => report switch
    {
        "Part" => Some.Trade(Id, 9, Some.Qty("4"), Some.Px("100")),
        "All" => Some.Trade(Id, 9, order.Terms.Quantity - order.CumQty, Some.Px("100")),
        "Over" => Some.Trade(Id, 9, Some.Qty("11"), Some.Px("100")),
        "Replaced" => Some.Replaced(Id, Some.Qty("12"), Some.Px("100")),
        _ => Some.Report(Enum.Parse<ExecType>(report), Id),
    };
}
