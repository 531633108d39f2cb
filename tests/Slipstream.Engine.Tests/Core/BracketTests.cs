using Slipstream.Domain;
using Slipstream.Engine.Core;
using Slipstream.Engine.Tests.Rig;

namespace Slipstream.Engine.Tests.Core;

/// <summary>Exits: the first order of a pair is the stop at 90, the second the take profit at 110.</summary>
public class BracketTests
{
    private static readonly Bracket Ten = new(Some.Px("110"), Some.Px("90"));
    private readonly Bench _bench = new Bench(Some.BtcUsd).Started();

    public BracketTests() => _bench.Price("100");

    [Fact]
    public void Each_part_of_an_entry_gets_exits_of_its_own()
    {
        var entry = Enter("10");
        Assert.Single(_bench.Sends);
        _bench.Fill(entry, "4");
        _bench.Fill(entry, "6");

        Assert.Equal(
            [(OrderType.Stop, "4"), (OrderType.Limit, "4"), (OrderType.Stop, "6"), (OrderType.Limit, "6")],
            _bench.Sends.Skip(1).Select(o => (o.Terms.Type, o.Terms.Quantity.ToString())));
        Assert.All(_bench.Sends.Skip(1), o =>
        {
            Assert.Equal((Side.Sell, new OrderId(entry), new IntentId(entry)), (o.Terms.Side, o.Correlation, o.Intent));
            Assert.True(o.Terms.ReduceOnly);
        });
        Assert.Equal((Some.Px("90"), Some.Px("110")), (_bench.Sends[1].Terms.StopPrice!.Value, _bench.Sends[2].Terms.LimitPrice!.Value));
        Assert.Equal(Some.Qty("10").Raw, _bench.Open().ExitSellRaw);
        Assert.Equal(0, _bench.Open().SellRaw);
        Assert.Empty(_bench.Refusals);
    }

    [Fact]
    public void A_short_entry_has_its_exits_the_other_way_round()
    {
        var entry = _bench.Place(OrderRequest.Market(Some.First, Side.Sell, Some.Qty("1")) with { Bracket = new(Some.Px("90"), Some.Px("110")) });
        _bench.Fill(entry, "1");
        Assert.Equal([(Side.Buy, Some.Px("110")), (Side.Buy, Some.Px("90"))], _bench.Sends.Skip(1).Select(o => (o.Terms.Side, (o.Terms.StopPrice ?? o.Terms.LimitPrice)!.Value)));
    }

    [Fact]
    public void The_fill_of_one_exit_ends_the_other()
    {
        var (stop, profit) = Protected("10");
        _bench.Fill(profit, "10", "110");
        Assert.Equal([new CancelOrder(new(stop), null)], _bench.Cancels);
        _bench.Report(ExecType.Canceled, stop);
        Assert.Equal(0, _bench.Core.Orders.OpenCount);
        Assert.Equal(0, _bench.Position());
    }

    [Fact]
    public void A_part_fill_of_one_exit_shrinks_the_other()
    {
        var (stop, profit) = Protected("10");
        _bench.Fill(stop, "3", "90");
        Assert.Equal([(profit, "7")], _bench.Replaces.Select(r => (r.Order.Value, r.Quantity.ToString())));
        Assert.Equal(Some.Qty("10").Raw, _bench.Open().ExitSellRaw); // until the venue has shrunk it
        _bench.Report(Some.Replaced(profit, Some.Qty("7")));
        Assert.Equal(Some.Qty("7").Raw, _bench.Open().ExitSellRaw);
        _bench.Fill(profit, "2", "110");
        Assert.Equal((stop, Some.Qty("8")), (_bench.Replaces[^1].Order.Value, _bench.Replaces[^1].Quantity)); // 3 filled and 5 left
    }

    [Fact]
    public void A_sibling_that_is_not_yet_accepted_shrinks_once_it_is()
    {
        var (stop, profit) = Protected("10", accept: false);
        _bench.Fill(stop, "3", "90");
        Assert.Empty(_bench.Replaces);
        _bench.Report(ExecType.New, profit);
        Assert.Equal([(profit, "7")], _bench.Replaces.Select(r => (r.Order.Value, r.Quantity.ToString())));
    }

    [Fact]
    public void A_sibling_that_is_being_replaced_shrinks_again_afterwards()
    {
        var (stop, profit) = Protected("10");
        _bench.Fill(stop, "3", "90");
        _bench.Fill(stop, "2", "90");
        Assert.Single(_bench.Replaces);
        _bench.Report(Some.Replaced(profit, Some.Qty("7")));
        Assert.Equal(["7", "5"], _bench.Replaces.Select(r => r.Quantity.ToString()));
    }

    [Fact]
    public void A_venue_that_refuses_to_shrink_an_exit_is_not_asked_without_end()
    {
        var (stop, profit) = Protected("10");
        _bench.Fill(stop, "3", "90");
        _bench.Report(ExecType.CancelRejected, profit);
        Assert.Single(_bench.Replaces);
        _bench.Fill(stop, "1", "90");
        Assert.Equal(["7", "6"], _bench.Replaces.Select(r => r.Quantity.ToString()));
    }

    [Fact]
    public void An_exit_that_ends_unfilled_leaves_the_other()
    {
        var (stop, profit) = Protected("10");
        _bench.Report(Some.Report(ExecType.Rejected, stop)); // after its acceptance: not believed
        Assert.Equal(OrdStatus.New, _bench.Status(stop));
        _bench.Report(ExecType.Expired, stop);
        Assert.Equal(OrdStatus.New, _bench.Status(profit));
        Assert.Empty(_bench.Cancels);
        Assert.Equal(Some.Qty("10").Raw, _bench.Open().ExitSellRaw);
        Assert.Equal((new OrderId(stop), OrdStatus.Expired), (_bench.Strategy.Updates[^1].Order, _bench.Strategy.Updates[^1].Status));
    }

    [Fact]
    public void A_rejected_exit_leaves_the_other()
    {
        var (stop, profit) = Protected("10", accept: false);
        _bench.Report(ExecType.Rejected, stop);
        Assert.Equal(OrdStatus.PendingNew, _bench.Status(profit));
        Assert.Empty(_bench.Cancels);
    }

    [Fact]
    public void Exits_end_when_something_else_closes_the_position()
    {
        var (stop, profit) = Protected("10");
        var close = _bench.Place(OrderRequest.Market(Some.First, Side.Sell, Some.Qty("10")));
        Assert.Empty(_bench.Refusals); // exits do not stand in the way
        _bench.Fill(close, "10");
        Assert.Equal([stop, profit], _bench.Cancels.Select(c => c.Order.Value));
    }

    [Fact]
    public void A_closing_order_beside_exits_leaves_as_reduce_only_even_in_a_halt()
    {
        Protected("10");
        _bench.Halt();
        _bench.Place(OrderRequest.Market(Some.First, Side.Sell, Some.Qty("6")));
        Assert.False(_bench.Intents[^1].Request.ReduceOnly);
        Assert.True(_bench.Sends[^1].Terms.ReduceOnly);
        _bench.Place(OrderRequest.Market(Some.First, Side.Sell, Some.Qty("5")));
        Assert.Equal("SAFE_MODE by halt: Sell 5, allowed only orders that reduce a position", _bench.LastRefusal.ToString());
    }

    [Fact]
    public void A_closing_order_that_is_not_reduce_only_may_flip_after_exits_and_keeps_others_from_passing_beside_them()
    {
        var entry = Enter("10");
        _bench.Fill(entry, "4"); // exits of 4
        var quote = _bench.Place(OrderRequest.Limit(Some.First, Side.Sell, Some.Qty("4"), Some.Px("105"))); // held 4, but exits come first
        Assert.True(_bench.Sends[^1].Terms.ReduceOnly);
        _bench.Report(ExecType.New, quote);
        _bench.Act(c => c.Cancel(new(quote)));
        _bench.Report(ExecType.Canceled, quote);
        _bench.Hold(Side.Buy, "4"); // held 8, exits of 4
        _bench.Place(OrderRequest.Limit(Some.First, Side.Sell, Some.Qty("4"), Some.Px("105")));
        Assert.False(_bench.Sends[^1].Terms.ReduceOnly); // 4 + 4 are 8: it can't flip
        _bench.Halt();
        Assert.Equal(entry, _bench.Cancels[^1].Order.Value); // the rest of the entry alone
        _bench.Place(OrderRequest.Market(Some.First, Side.Sell, Some.Qty("4")));
        Assert.Equal("halt", _bench.LastRefusal.Rule); // the exits, then this, then the 4 at 105 would flip
    }

    [Fact]
    public void Exits_count_in_the_position_that_a_flip_could_lead_to()
    {
        var limits = new Engine.Risk.RiskLimits { AllowSpotShort = true, MaxPosition = Some.Qty("10") };
        var bench = new Bench(Some.Settings(Some.BtcUsd) with { Limits = limits }).Started();
        bench.Price("100");
        bench.Fill(bench.Place(OrderRequest.Market(Some.First, Side.Buy, Some.Qty("5")) with { Bracket = Ten }), "5");
        bench.Place(OrderRequest.Market(Some.First, Side.Sell, Some.Qty("10.5")));
        Assert.Equal("RISK_BLOCKED by maxPosition: -10.5 with open orders, allowed 10", bench.LastRefusal.ToString());
        bench.Place(OrderRequest.Market(Some.First, Side.Sell, Some.Qty("10")));
        Assert.Single(bench.Refusals);
    }

    [Fact]
    public void Exits_shrink_with_the_position_the_newest_first()
    {
        var first = Protected("10");
        var second = Protected("10");
        var close = _bench.Place(OrderRequest.Market(Some.First, Side.Sell, Some.Qty("14")));
        _bench.Fill(close, "4");
        Assert.Equal([(second.Stop, "6"), (second.Profit, "6")], _bench.Replaces.Select(r => (r.Order.Value, r.Quantity.ToString())));
        _bench.Fill(close, "10");
        Assert.Equal([second.Stop, second.Profit], _bench.Cancels.Select(c => c.Order.Value));
        Assert.Equal(OrdStatus.PendingReplace, _bench.Status(first.Stop));
        Assert.Equal((first.Profit, "6"), (_bench.Replaces[^1].Order.Value, _bench.Replaces[^1].Quantity.ToString()));
    }

    [Fact]
    public void A_new_entry_is_protected_while_older_exits_still_shrink()
    {
        var first = Protected("10");
        var close = _bench.Place(OrderRequest.Market(Some.First, Side.Sell, Some.Qty("5")));
        _bench.Fill(close, "5"); // the exits of 10 are asked to shrink to 5
        var second = Protected("5");
        Assert.Empty(_bench.Refusals);
        Assert.Empty(_bench.Cancels);
        Assert.Equal([first.Stop, first.Profit], _bench.Replaces.Select(r => r.Order.Value));
        Assert.Equal(OrdStatus.New, _bench.Status(second.Stop));
    }

    [Fact]
    public void An_entry_that_flips_is_protected_for_what_it_opened()
    {
        _bench.Hold(Side.Sell, "5");
        var entry = Enter("10");
        _bench.Fill(entry, "3");
        Assert.Equal(2, _bench.Sends.Count);
        _bench.Fill(entry, "7");
        Assert.Equal([Some.Qty("5"), Some.Qty("5")], _bench.Sends.Skip(2).Select(o => o.Terms.Quantity));
    }

    [Fact]
    public void Small_parts_wait_until_they_make_a_lot()
    {
        var bench = new Bench(Some.BtcUsd with { LotSize = Some.Qty("1"), MinNotional = Some.Px("150") }).Started();
        bench.Price("100");
        var entry = bench.Place(OrderRequest.Market(Some.First, Side.Buy, Some.Qty("3")) with { Bracket = Ten });
        bench.Fill(entry, "0.4");
        Assert.Single(bench.Sends);
        bench.Fill(entry, "0.7"); // 1.1: one lot, below the minimum notional, which does not bind exits
        bench.Fill(entry, "1.9");
        Assert.Equal(["1", "1", "2", "2"], bench.Sends.Skip(1).Select(o => o.Terms.Quantity.ToString()));
    }

    [Fact]
    public void Exits_pass_limits_of_single_orders_and_of_their_number()
    {
        var limits = new Engine.Risk.RiskLimits { MaxOrderNotional = 1_000, MaxOpenOrders = 1, MaxPosition = Some.Qty("10") };
        var bench = new Bench(Some.Settings(Some.BtcUsd) with { Limits = limits }).Started();
        bench.Price("100");
        var entry = bench.Place(OrderRequest.Market(Some.First, Side.Buy, Some.Qty("10")) with { Bracket = Ten });
        bench.Fill(entry, "5");
        bench.Fill(entry, "5");
        Assert.Equal(5, bench.Sends.Count);
        Assert.Empty(bench.Refusals);
    }

    [Fact]
    public void Exits_do_not_count_as_working_so_a_target_stays_reached()
    {
        Protected("10");
        _bench.Act(c =>
        {
            Assert.Equal(Position.Flat, c.Working(Some.First));
            Assert.Null(c.MoveTo(Some.First, Position.Parse("10")));
            Assert.Equal(2, c.OpenOrders(Some.First).Length);
        });
    }

    [Fact]
    public void A_single_exit_needs_no_sibling()
    {
        var entry = _bench.Place(OrderRequest.Market(Some.First, Side.Buy, Some.Qty("1")) with { Bracket = new(null, Some.Px("90")) });
        _bench.Fill(entry, "1");
        var stop = _bench.Sends[^1];
        Assert.Equal((2, OrderType.Stop), (_bench.Sends.Count, stop.Terms.Type));
        _bench.Fill(stop.Id.Value, "1", "90");
        Assert.Empty(_bench.Cancels);
        Assert.Equal(0, _bench.Position());
    }

    [Fact]
    public void Reduce_only_orders_of_the_strategy_shrink_with_the_position_too()
    {
        _bench.Hold(Side.Buy, "10");
        var reduce = _bench.Place(OrderRequest.Limit(Some.First, Side.Sell, Some.Qty("6"), Some.Px("120")) with { ReduceOnly = true });
        _bench.Report(ExecType.New, reduce);
        var sell = _bench.Place(OrderRequest.Market(Some.First, Side.Sell, Some.Qty("15")));
        _bench.Fill(sell, "6");
        Assert.Equal([(reduce, "4")], _bench.Replaces.Select(r => (r.Order.Value, r.Quantity.ToString())));
        _bench.Fill(sell, "9");
        Assert.Equal(reduce, Assert.Single(_bench.Cancels).Order.Value);
    }

    [Theory]
    [InlineData("115", "110")]
    [InlineData("85", "85")]
    public void Through_a_venue_one_exit_closes_the_position_and_nothing_is_left(string price, string exit)
    {
        var bench = new Bench(Some.BtcUsd);
        bench.Venue = new TinyVenue(bench) { Part = Some.Qty("3") };
        bench.Started();
        bench.Price("100");
        bench.Place(OrderRequest.Market(Some.First, Side.Buy, Some.Qty("10")) with { Bracket = Ten });
        Assert.Equal(Some.Qty("10").Raw, bench.Position());
        bench.Price(price);
        Assert.Equal(0, bench.Position());
        Assert.Equal(0, bench.Core.Orders.OpenCount);
        Assert.Equal(Some.Px(exit), bench.Fills[^1].Price);
        bench.Price("100");
        bench.Price("115");
        bench.Price("85");
        Assert.Equal(0, bench.Position());
    }

    private long Enter(string quantity) => _bench.Place(OrderRequest.Market(Some.First, Side.Buy, Some.Qty(quantity)) with { Bracket = Ten });

    private (long Stop, long Profit) Protected(string quantity, bool accept = true)
    {
        _bench.Fill(Enter(quantity), quantity);
        var (stop, profit) = (_bench.Sends[^2].Id.Value, _bench.Sends[^1].Id.Value);
        if (accept)
        {
            _bench.Report(ExecType.New, stop);
            _bench.Report(ExecType.New, profit);
        }

        return (stop, profit);
    }
}
