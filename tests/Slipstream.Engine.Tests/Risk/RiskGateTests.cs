using Slipstream.Domain;
using Slipstream.Engine.Core;
using Slipstream.Engine.Risk;
using Slipstream.Engine.Tests.Rig;

namespace Slipstream.Engine.Tests.Risk;

/// <summary>Each limit just inside and just outside, with the words of the refusal.</summary>
public class RiskGateTests
{
    private static readonly RiskLimits Open = new() { AllowSpotShort = true };

    [Fact]
    public void MaxPosition_counts_what_is_held_and_what_is_open()
    {
        var bench = BenchOf(Open with { MaxPosition = Some.Qty("10") });
        bench.Hold(Side.Buy, "4");
        Passes(bench, Limit(Side.Buy, "3", "99"));
        Refused(bench, Limit(Side.Buy, "3.00000001", "99"), "RISK_BLOCKED by maxPosition: 10.00000001 with open orders, allowed 10");
        Passes(bench, Limit(Side.Buy, "3", "99"));
        Refused(bench, Buy("0.00000001"), "RISK_BLOCKED by maxPosition: 10.00000001 with open orders, allowed 10");
        Passes(bench, Sell("14"));
        Refused(bench, Sell("0.00000001"), "RISK_BLOCKED by maxPosition: -10.00000001 with open orders, allowed 10");
    }

    [Fact]
    public void MaxPosition_counts_a_replace_on_its_way()
    {
        var bench = BenchOf(Open with { MaxPosition = Some.Qty("10") });
        var id = bench.Place(Limit(Side.Buy, "5", "99"));
        bench.Report(ExecType.New, id);
        bench.Act(c => c.Replace(new(id), Some.Qty("9"), null));
        Assert.Single(bench.Replaces);
        Refused(bench, Buy("1.00000001"), "RISK_BLOCKED by maxPosition: 10.00000001 with open orders, allowed 10");
        Passes(bench, Buy("1"));
    }

    [Fact]
    public void MaxPosition_lets_a_reduction_of_a_position_that_is_too_large_pass()
    {
        var bench = BenchOf(Open with { MaxPosition = Some.Qty("10") });
        var id = bench.Place(Buy("10"));
        bench.Fill(id, "10");
        bench.Fill(id, "5"); // an overfill
        Passes(bench, Sell("3"));
        Refused(bench, Buy("1"), "RISK_BLOCKED by maxPosition: 16 with open orders, allowed 10");
    }

    [Fact]
    public void MaxPositionNotional()
    {
        var bench = BenchOf(Open with { MaxPositionNotional = 1_000 });
        Refused(bench, Buy("10.01"), "RISK_BLOCKED by maxPositionNotional: 1,001.00 USD, allowed 1,000.00 USD");
        Passes(bench, Buy("10"));
    }

    [Fact]
    public void MaxOrderQty()
    {
        var bench = BenchOf(Open with { MaxOrderQty = Some.Qty("5") });
        Refused(bench, Buy("5.00000001"), "RISK_BLOCKED by maxOrderQty: 5.00000001, allowed 5");
        Passes(bench, Buy("5"));
    }

    [Fact]
    public void MaxOrderNotional_takes_the_dearest_price_at_which_the_order_may_fill()
    {
        var bench = BenchOf(Open with { MaxOrderNotional = 500 });
        Passes(bench, Limit(Side.Buy, "5", "100"));
        Refused(bench, Limit(Side.Buy, "5", "100.01"), "RISK_BLOCKED by maxOrderNotional: 500.05 USD, allowed 500.00 USD");
        Passes(bench, Limit(Side.Buy, "50", "10"));
        Refused(bench, Limit(Side.Sell, "5.01", "10"), "RISK_BLOCKED by maxOrderNotional: 501.00 USD, allowed 500.00 USD");
        Refused(bench, Sell("5.01"), "RISK_BLOCKED by maxOrderNotional: 501.00 USD, allowed 500.00 USD");
        Refused(bench, OrderRequest.Stop(Some.First, Side.Buy, Some.Qty("5"), Some.Px("101")), "RISK_BLOCKED by maxOrderNotional: 505.00 USD, allowed 500.00 USD");
        Passes(bench, OrderRequest.Stop(Some.First, Side.Sell, Some.Qty("5.2"), Some.Px("96")));
    }

    [Fact]
    public void MaxOrderNotional_is_told_in_the_account_currency()
    {
        var bench = new Bench(Some.Settings(Some.UsdJpy) with { Limits = Open with { MaxOrderNotional = 1_000 } }).Started();
        bench.Price("150");
        Passes(bench, Buy("1000"));
        Refused(bench, Buy("1001"), "RISK_BLOCKED by maxOrderNotional: 1,001.00 USD, allowed 1,000.00 USD");
    }

    [Fact]
    public void AllowedAssets()
    {
        var bench = new Bench(Some.Settings(Some.BtcUsd, Some.EurUsd) with { Limits = Open with { AllowedAssets = new HashSet<string> { "EUR/USD", "ADA/USD" } } }).Started();
        bench.Price("100");
        bench.Price("1.1", 1);
        Refused(bench, Buy("1"), "RISK_BLOCKED by allowedAssets: BTC/USD, allowed ADA/USD, EUR/USD");
        Passes(bench, OrderRequest.Market(Some.Second, Side.Buy, Some.Qty("1")));
    }

    [Fact]
    public void MaxOpenOrders_lets_open_ones_be_replaced()
    {
        var bench = BenchOf(Open with { MaxOpenOrders = 2 });
        var id = bench.Place(Limit(Side.Buy, "1", "90"));
        bench.Report(ExecType.New, id);
        Passes(bench, Limit(Side.Buy, "1", "91"));
        Refused(bench, Limit(Side.Buy, "1", "92"), "RISK_BLOCKED by maxOpenOrders: 3 open orders, allowed 2");
        bench.Act(c => c.Replace(new(id), Some.Qty("2"), Some.Px("93")));
        Assert.Single(bench.Replaces);
    }

    [Fact]
    public void AllowSpotShort()
    {
        var bench = BenchOf(Open with { AllowSpotShort = false });
        bench.Hold(Side.Buy, "1");
        Refused(bench, Sell("1.5"), "RISK_BLOCKED by allowSpotShort: position -0.5 of BTC/USD, allowed 0 or more: spot coins are not sold short unless allowSpotShort is set");
        Passes(bench, Sell("1"));
    }

    [Fact]
    public void BuyingPower_covers_positions_and_open_orders_of_all_instruments()
    {
        var settings = Some.Settings(Some.BtcUsd, Some.EurUsd) with { Limits = Open, Cash = [Some.Of("1000", Some.Usd)] };
        var bench = new Bench(settings).Started();
        bench.Price("1", 1);
        bench.Price("100");
        Passes(bench, OrderRequest.Limit(Some.Second, Side.Buy, Some.Qty("300"), Some.Px("0.9")));
        bench.Hold(Side.Buy, "4");
        Refused(bench, Buy("3.01"), "INSUFFICIENT_BALANCE by buyingPower: 1,001.00 USD needed for positions and open orders, allowed equity 1,000.00 USD");
        Passes(bench, Buy("3"));
    }

    [Fact]
    public void BuyingPower_counts_the_dearer_price_of_a_limit()
    {
        var bench = BenchOf(Open, cash: "1000");
        Refused(bench, Limit(Side.Buy, "10", "100.1"), "INSUFFICIENT_BALANCE by buyingPower: 1,001.00 USD needed for positions and open orders, allowed equity 1,000.00 USD");
        Passes(bench, Limit(Side.Buy, "10", "100"));
    }

    [Fact]
    public void BuyingPower_takes_the_larger_side_and_lets_pass_what_needs_no_more()
    {
        var bench = BenchOf(Open, cash: "1000");
        bench.Hold(Side.Buy, "10");
        bench.Price("90"); // equity 900, all of it held
        Refused(bench, Buy("0.5"), "INSUFFICIENT_BALANCE by buyingPower: 945.00 USD needed for positions and open orders, allowed equity 900.00 USD");
        bench.Price("89.99");
        Passes(bench, Sell("18")); // to -8
        bench.Fill(bench.Sends[^1].Id.Value, "18", "80"); // cash 1440
        bench.Price("100"); // equity 1440 - 800 = 640, and -8 needs 800
        Passes(bench, Limit(Side.Buy, "16", "80")); // to +8 at most: needs no more than -8 does
        Refused(bench, Sell("0.1"), "INSUFFICIENT_BALANCE by buyingPower: 810.00 USD needed for positions and open orders, allowed equity 640.00 USD");
    }

    [Fact]
    public void BuyingPower_counts_margin_where_there_is_one()
    {
        var bench = new Bench(Some.Settings(Some.Es) with { Limits = Open, Cash = [Some.Of("50000", Some.Usd)] }).Started();
        bench.Price("5000");
        Passes(bench, Buy("2")); // 2 * 5000 * 50 * 0.1 = 50000
        Refused(bench, Buy("1"), "INSUFFICIENT_BALANCE by buyingPower: 75,000.00 USD needed for positions and open orders, allowed equity 50,000.00 USD");
    }

    [Fact]
    public void ReduceOnly_needs_a_position_that_all_closing_orders_leave_unflipped()
    {
        var bench = BenchOf(Open);
        Refused(bench, Sell("1") with { ReduceOnly = true }, "INVALID_ORDER by reduceOnly: Sell 1 at position 0, allowed at most what closes the position");
        bench.Hold(Side.Buy, "3");
        Passes(bench, Limit(Side.Sell, "1", "110"));
        Refused(bench, Sell("2.5") with { ReduceOnly = true }, "INVALID_ORDER by reduceOnly: Sell 2.5 at position 3, allowed at most what closes the position");
        Refused(bench, Buy("1") with { ReduceOnly = true }, "INVALID_ORDER by reduceOnly: Buy 1 at position 3, allowed at most what closes the position");
        Passes(bench, Sell("2") with { ReduceOnly = true });
    }

    [Fact]
    public void MinNotional_binds_all_but_reduce_only_orders()
    {
        var bench = new Bench(Some.Settings(Some.BtcUsd with { MinNotional = Some.Px("10") })).Started();
        bench.Price("100");
        Refused(bench, Buy("0.09999999"), "INVALID_ORDER by minNotional: 9.999999 USD, allowed at least 10 USD");
        bench.Hold(Side.Buy, "0.1");
        Passes(bench, Sell("0.05") with { ReduceOnly = true });
    }

    [Fact]
    public void No_order_leaves_before_the_first_price()
    {
        var bench = new Bench(Some.Settings(Some.BtcUsd, Some.EurUsd)).Started();
        bench.Price("1.1", 1);
        bench.Act(c => c.Place(Limit(Side.Buy, "1", "100")), 1);
        Assert.Equal("MARKET_DATA_STALE by price: no price of BTC/USD yet, allowed orders after the first price", bench.LastRefusal.ToString());
    }

    [Fact]
    public void No_order_leaves_while_equity_is_unknown()
    {
        var bench = new Bench(Some.Settings(Some.BtcUsd, Some.EurUsd) with { Cash = [Some.Of("1000", Some.Eur)] }).Started();
        bench.Price("100");
        Refused(bench, Buy("1"), "MARKET_DATA_STALE by equity: equity in USD is unknown: something held or owed has no price or rate, allowed orders while equity is known");
        bench.Price("1.1", 1);
        Passes(bench, Buy("1"));
    }

    [Fact]
    public void Absurd_sizes_are_refused_and_do_no_harm()
    {
        var bench = BenchOf(Open with { CheckBuyingPower = false });
        var giant = Quantity.FromRaw(long.MaxValue);
        Refused(bench, Limit(Side.Buy, "1", "0.1") with { Quantity = giant }, "INVALID_ORDER by positionRange: 92233720368.54775807 with open orders, allowed 23058430092.13693951");
        Refused(bench, Limit(Side.Buy, "1", "100000") with { Quantity = giant }, "INVALID_ORDER by notionalRange: 9,223,372,036,854,776 USD, allowed 10,000,000,000,000 USD");
    }

    public static TheoryData<OrderRequest, string> Misshapen()
    {
        var market = OrderRequest.Market(Some.First, Side.Buy, Some.Qty("1"));
        var limit = OrderRequest.Limit(Some.First, Side.Buy, Some.Qty("1"), Some.Px("100"));
        return new()
        {
            { market with { Quantity = Quantity.Zero }, "INVALID_ORDER by quantity: 0, allowed more than 0" },
            { market with { Quantity = Some.Qty("0.0015") }, "INVALID_ORDER by lotSize: quantity 0.0015, allowed multiples of 0.001" },
            { limit with { LimitPrice = Some.Px("100.005") }, "INVALID_ORDER by limitPrice: 100.005, allowed multiples of the tick 0.01" },
            { limit with { LimitPrice = null }, "INVALID_ORDER by limitPrice: none, allowed a limit price, because the order is a Limit" },
            { limit with { LimitPrice = Some.Px("-1") }, "INVALID_ORDER by limitPrice: -1, allowed more than 0" },
            { market with { LimitPrice = Some.Px("1") }, "INVALID_ORDER by limitPrice: 1, allowed none, because the order is a Market" },
            { market with { Type = OrderType.Stop }, "INVALID_ORDER by stopPrice: none, allowed a stop price, because the order is a Stop" },
            { OrderRequest.Stop(Some.First, Side.Sell, Some.Qty("1"), Some.Px("99.999")), "INVALID_ORDER by stopPrice: 99.999, allowed multiples of the tick 0.01" },
            { OrderRequest.StopLimit(Some.First, Side.Sell, Some.Qty("1"), Some.Px("99"), Some.Px("98")) with { LimitPrice = null }, "INVALID_ORDER by limitPrice: none, allowed a limit price, because the order is a StopLimit" },
            { OrderRequest.TrailingStop(Some.First, Side.Sell, Some.Qty("1"), PriceMove.Parse("0")), "INVALID_ORDER by trailingOffset: 0, allowed more than 0" },
            { market with { PostOnly = true }, "INVALID_ORDER by postOnly: Market Gtc, allowed a limit order that may rest" },
            { limit with { PostOnly = true, TimeInForce = TimeInForce.Ioc }, "INVALID_ORDER by postOnly: Limit Ioc, allowed a limit order that may rest" },
            { market with { Side = 0 }, "INVALID_ORDER by orderType: side 0, type Market, time in force Gtc, allowed defined values: use the methods of OrderRequest" },
            { market with { Bracket = new(null, null) }, "INVALID_ORDER by bracket: no exits, allowed a take profit, a stop loss, or both" },
            { market with { Bracket = new(Some.Px("110.001"), null) }, "INVALID_ORDER by takeProfit: 110.001, allowed multiples of the tick 0.01" },
            { market with { Bracket = new(null, Some.Px("0")) }, "INVALID_ORDER by stopLoss: 0, allowed more than 0" },
            { market with { Bracket = new(Some.Px("90"), Some.Px("110")) }, "INVALID_ORDER by bracket: stop loss 110, entry Market, take profit 90, allowed stop loss below entry below take profit" },
            { limit with { Bracket = new(null, Some.Px("101")) }, "INVALID_ORDER by bracket: stop loss 101, entry 100, take profit none, allowed stop loss below entry below take profit" },
            { limit with { Side = Side.Sell, Bracket = new(Some.Px("101"), Some.Px("102")) }, "INVALID_ORDER by bracket: stop loss 102, entry 100, take profit 101, allowed take profit below entry below stop loss" },
        };
    }

    [Theory]
    [MemberData(nameof(Misshapen))]
    public void An_order_that_makes_no_sense_is_refused(OrderRequest request, string words)
    {
        var bench = new Bench(Some.BtcUsd with { TickSize = PriceMove.Parse("0.01"), LotSize = Some.Qty("0.001") }).Started();
        bench.Price("100");
        Refused(bench, request, words);
    }

    [Fact]
    public void What_a_request_leaves_out_has_its_default()
    {
        var bench = BenchOf(Open);
        bench.Place(new OrderRequest { Instrument = Some.First, Side = Side.Buy, Quantity = Some.Qty("1"), Type = OrderType.Market });
        Assert.Equal(TimeInForce.Gtc, bench.Sends[^1].Terms.TimeInForce);
        Assert.Equal(Urgency.Normal, bench.Sends[^1].Terms.Urgency);
    }

    [Fact]
    public void A_replace_is_judged_by_what_it_adds()
    {
        var bench = BenchOf(Open with { MaxOrderNotional = 1_000, MaxPosition = Some.Qty("12"), MaxOrderQty = Some.Qty("11") });
        var id = bench.Place(Limit(Side.Buy, "10", "95"));
        bench.Report(ExecType.New, id);
        Replace("10", "100.01", "RISK_BLOCKED by maxOrderNotional: 1,000.10 USD, allowed 1,000.00 USD");
        Replace("12", "80", "RISK_BLOCKED by maxOrderQty: 12, allowed 11");
        Replace("10", "100", null);
        Replace("11", "90", null);
        bench.Hold(Side.Buy, "1");
        Replace("10", "90", null);
        Replace("0", "90", "INVALID_ORDER by quantity: 0 with 0 filled, allowed more than is filled: cancel instead");

        bench.Fill(id, "4", "90");
        Replace("4", "90", "INVALID_ORDER by quantity: 4 with 4 filled, allowed more than is filled: cancel instead");
        bench.Hold(Side.Buy, "1"); // held 6, open 6
        Replace("11", "80", "RISK_BLOCKED by maxPosition: 13 with open orders, allowed 12");

        void Replace(string quantity, string limit, string? words)
        {
            var refusals = bench.Refusals.Count;
            bench.Act(c => c.Replace(new(id), Some.Qty(quantity), Some.Px(limit)));
            if (words is null)
            {
                Assert.Equal(refusals, bench.Refusals.Count);
                bench.Report(Some.Replaced(id, Some.Qty(quantity), Some.Px(limit)));
            }
            else
            {
                Assert.Equal(words, bench.LastRefusal.ToString());
            }
        }
    }

    [Fact]
    public void A_stop_order_takes_no_limit_price_by_replace()
    {
        var bench = BenchOf(Open);
        var id = bench.Place(OrderRequest.Stop(Some.First, Side.Buy, Some.Qty("1"), Some.Px("110")));
        bench.Report(ExecType.New, id);
        bench.Act(c => c.Replace(new(id), Some.Qty("1"), Some.Px("1")));
        Assert.Equal("INVALID_ORDER by limitPrice: 1, allowed none, because the order is a Stop", bench.LastRefusal.ToString());
    }

    private static OrderRequest Buy(string quantity) => OrderRequest.Market(Some.First, Side.Buy, Some.Qty(quantity));

    private static OrderRequest Sell(string quantity) => OrderRequest.Market(Some.First, Side.Sell, Some.Qty(quantity));

    private static OrderRequest Limit(Side side, string quantity, string price) => OrderRequest.Limit(Some.First, side, Some.Qty(quantity), Some.Px(price));

    private static Bench BenchOf(RiskLimits limits, string cash = "1000000")
    {
        var bench = new Bench(Some.Settings(Some.BtcUsd) with { Limits = limits, Cash = [Some.Of(cash, Some.Usd)] }).Started();
        bench.Price("100");
        return bench;
    }

    private static void Passes(Bench bench, OrderRequest request)
    {
        var id = bench.Place(request);
        Assert.True(bench.Sends.Count > 0 && bench.Sends[^1].Id.Value == id, bench.Refusals.Count > 0 ? bench.LastRefusal.ToString() : "nothing was sent");
    }

    private static void Refused(Bench bench, OrderRequest request, string words)
    {
        var sent = bench.Sends.Count;
        var id = bench.Place(request);
        Assert.Equal(sent, bench.Sends.Count);
        Assert.Equal(new IntentId(id), bench.Refusals[^1].Intent);
        Assert.Equal(words, bench.LastRefusal.ToString());
    }
}
