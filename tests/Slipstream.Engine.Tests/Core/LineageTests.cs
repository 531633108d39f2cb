using Slipstream.Domain;
using Slipstream.Engine.Core;
using Slipstream.Engine.Orders;
using Slipstream.Engine.Tests.Rig;

namespace Slipstream.Engine.Tests.Core;

public class LineageTests
{
    [Fact]
    public void A_fill_names_its_order_intent_and_decision()
    {
        var bench = BenchOf();
        var id = bench.Place(OrderRequest.Market(Some.First, Side.Buy, Some.Qty("2")) with { Rationale = "it is cheap", RiskTags = ["value"] });
        bench.Report(ExecType.New, id);
        bench.Fill(id, "2", "101", Some.Of("0.2", Some.Usd));

        var decision = Assert.Single(bench.Decisions);
        Assert.Equal("it is cheap", decision.Rationale);
        Assert.Equal(["value"], decision.Tags);
        Assert.Equal(3, decision.InputsRef); // start, the first price, this price
        var intent = Assert.Single(bench.Intents);
        Assert.Equal(decision.Id, intent.Decision);
        Assert.Equal(Some.Px("100"), intent.DecisionPrice);
        var order = Assert.Single(bench.Sends);
        Assert.Equal(intent.Id, order.Intent);
        Assert.Equal(order.Id, order.Correlation);
        Assert.Equal(Some.Px("100"), order.DecisionPrice);
        var fill = Assert.Single(bench.Fills);
        Assert.Equal((order.Id, intent.Id, order.DecisionPrice), (fill.Order, fill.Intent, fill.DecisionPrice));
        Assert.Equal(fill, Assert.Single(bench.Strategy.Fills));
        Assert.Equal((decision.Time, decision.Time), (intent.Time, order.Time));
    }

    [Fact]
    public void Intents_of_one_rationale_share_a_decision()
    {
        var bench = BenchOf();
        bench.Act(c =>
        {
            c.Buy(Some.First, Some.Qty("1"), "a");
            c.Buy(Some.First, Some.Qty("2"), "a");
            c.Buy(Some.First, Some.Qty("3"), "b");
            c.Buy(Some.First, Some.Qty("4"));
        });
        Assert.Equal(["a", "b", ""], bench.Decisions.Select(d => d.Rationale));
        Assert.Equal([1, 1, 2, 3], bench.Intents.Select(i => i.Decision.Value));
        Assert.Equal([1, 2, 3, 4], bench.Sends.Select(o => o.Id.Value));
        bench.Act(c => c.Buy(Some.First, Some.Qty("1"), "b"));
        Assert.Equal(4, bench.Decisions.Count); // another input, another decision
    }

    [Fact]
    public void Bare_decisions_are_recorded_by_choice()
    {
        var without = BenchOf();
        without.Act(c => c.Decide("wait", "calm"));
        Assert.Empty(without.Log);

        var with = new Bench(Some.Settings(Some.BtcUsd) with { RecordBareDecisions = true }).Started();
        with.Price("100");
        with.Act(c =>
        {
            c.Decide("wait", "calm");
            c.Buy(Some.First, Some.Qty("1"), "go");
        });
        Assert.Equal(["wait", "go"], with.Decisions.Select(d => d.Rationale));
        Assert.Equal(["calm"], with.Decisions[0].Tags);
        Assert.Equal(with.Decisions[1].Id, Assert.Single(with.Intents).Decision);
    }

    [Fact]
    public void A_refused_intent_reaches_the_strategy()
    {
        var bench = BenchOf(Some.Settings(Some.BtcUsd) with { Limits = new() { MaxOrderQty = Some.Qty("1") } });
        var id = bench.Place(OrderRequest.Market(Some.First, Side.Buy, Some.Qty("2")));
        var update = Assert.Single(bench.Strategy.Updates);
        Assert.Equal((new OrderId(id), OrdStatus.Rejected, "maxOrderQty"), (update.Order, update.Status, update.Reason!.Rule));
        Assert.Equal((0, 1), (bench.Core.Counts.Orders, bench.Core.Counts.Refusals));
    }

    [Fact]
    public void A_strategy_that_answers_every_refusal_is_heard_sixteen_times_an_input()
    {
        var bench = BenchOf(Some.Settings(Some.BtcUsd) with { Limits = new() { MaxOrderQty = Some.Qty("1") } });
        bench.Strategy.Update = static (StrategyContext c, in OrderUpdate u) => c.Buy(u.Instrument, Some.Qty("2"));
        bench.Place(OrderRequest.Market(Some.First, Side.Buy, Some.Qty("2")));
        Assert.Equal(18, bench.Intents.Count);
        Assert.All(bench.Refusals.Take(16), r => Assert.Equal("maxOrderQty", r.Refusal.Rule));
        Assert.All(bench.Refusals.Skip(16), r => Assert.Equal("ORDER_RATE_LIMIT_BREACH by roundsPerInput: more than 16 answers to one input, allowed 16", r.Refusal.ToString()));
        Assert.Equal(18, bench.Refusals.Count);
        Assert.Equal(17, bench.Strategy.Updates.Count);
        bench.Strategy.Update = null;
        bench.Price("100");
        Assert.Equal(17, bench.Strategy.Updates.Count); // nothing is left over
    }

    [Fact]
    public void What_the_venue_rejects_is_told_with_its_reason()
    {
        var bench = BenchOf();
        var id = bench.Place(OrderRequest.Market(Some.First, Side.Buy, Some.Qty("1")));
        var reason = new Refusal(FaultCode.OrderRejected, "venue", "closed", "open");
        bench.Report(Some.Report(ExecType.Rejected, id) with { Reason = reason });
        Assert.Equal(new OrderUpdate(new(id), Some.First, OrdStatus.Rejected, Quantity.Zero, Quantity.Zero, reason), bench.Strategy.Updates[^1]);
        Assert.Equal(0, bench.Core.Orders.OpenCount);
    }

    [Fact]
    public void A_fill_that_is_delivered_twice_counts_once()
    {
        var bench = BenchOf();
        var id = bench.Place(OrderRequest.Market(Some.First, Side.Buy, Some.Qty("9")));
        foreach (var fill in new long[] { 3, 1, 2, 3, 1, 2, 2 })
        {
            bench.Report(Some.Trade(id, fill, Some.Qty("1"), Some.Px("100")));
        }

        Assert.Equal(3, bench.Fills.Count);
        Assert.Equal(3, bench.Strategy.Fills.Count);
        Assert.Equal(Some.Qty("3").Raw, bench.Position());
        Assert.Equal(4, bench.Anomalies.Count(i => i.Transition == Transition.Duplicate));
    }

    [Fact]
    public void Two_orders_that_trade_with_each_other_share_a_trade_id_and_both_count()
    {
        var bench = BenchOf();
        var buy = bench.Place(OrderRequest.Limit(Some.First, Side.Buy, Some.Qty("1"), Some.Px("100")));
        var sell = bench.Place(OrderRequest.Limit(Some.First, Side.Sell, Some.Qty("1"), Some.Px("100")));
        bench.Report(Some.Trade(buy, 7, Some.Qty("1"), Some.Px("100")));
        bench.Report(Some.Trade(sell, 7, Some.Qty("1"), Some.Px("100")));
        Assert.Equal(2, bench.Fills.Count);
        Assert.Equal(0, bench.Position());
    }

    [Fact]
    public void A_late_fill_and_an_overfill_count_and_are_noted()
    {
        var bench = BenchOf();
        var id = bench.Place(OrderRequest.Limit(Some.First, Side.Buy, Some.Qty("5"), Some.Px("99")));
        bench.Report(ExecType.Canceled, id);
        bench.Fill(id, "2", "99");
        Assert.Equal(Transition.LateFill, bench.Anomalies[^1].Transition);
        Assert.Equal((OrdStatus.Canceled, Some.Qty("2")), (bench.Strategy.Updates[^1].Status, bench.Strategy.Updates[^1].CumQty));
        bench.Fill(id, "4", "99");
        Assert.Equal(Transition.Overfill, bench.Anomalies[^1].Transition);
        Assert.Equal(Some.Qty("6").Raw, bench.Position());
        bench.Report(Some.Trade(99, 1, Some.Qty("1"), Some.Px("1")));
        Assert.Equal(Transition.UnknownOrder, bench.Anomalies[^1].Transition);
        Assert.Equal(Some.Qty("6").Raw, bench.Position());
    }

    [Fact]
    public void An_effect_is_read_as_what_it_is()
    {
        var effects = new EffectBuffer();
        var core = new TradingCore(Some.Settings(Some.BtcUsd), new Scripted(), effects);
        core.Halt(Some.Morning, "test");
        Assert.Equal("A KillSwitch effect was read as a Fill: look at its Kind first.", Assert.Throws<InvalidOperationException>(() => effects.Fill(0)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => effects.KillSwitch(1));
    }

    private static Bench BenchOf(CoreSettings? settings = null)
    {
        var bench = new Bench(settings ?? Some.Settings(Some.BtcUsd)).Started();
        bench.Price("100");
        return bench;
    }
}
