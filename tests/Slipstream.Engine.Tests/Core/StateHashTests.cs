using System.Reflection;
using Slipstream.Domain;
using Slipstream.Engine.Core;
using Slipstream.Engine.Orders;
using Slipstream.Engine.Tests.Rig;

namespace Slipstream.Engine.Tests.Core;

/// <summary>What decides how a core goes on changes its hash, each piece by itself.</summary>
public class StateHashTests
{
    // The engine opens its inside to no other assembly: what approves orders lies there.
    private const BindingFlags Hidden = BindingFlags.Instance | BindingFlags.NonPublic;

    [Fact]
    public void Random_numbers_drawn_change_it() => ChangesBetween(bench => bench.Act(_ => { }), bench => bench.Act(c => c.Random.NextBits()));

    [Fact]
    public void Numbers_given_change_it() => Changes(bench =>
    {
        var context = typeof(TradingCore).GetProperty("Context", Hidden)!.GetValue(bench.Core)!;
        context.GetType().GetMethod("NextNumber")!.Invoke(context, null);
    });

    [Fact]
    public void The_end_of_the_run_changes_it() => Changes(bench =>
    {
        var desk = typeof(TradingCore).GetField("_desk", Hidden)!.GetValue(bench.Core)!;
        desk.GetType().GetMethod("Close")!.Invoke(desk, null);
    });

    [Fact]
    public void What_was_asked_of_the_venue_changes_it() => ChangesBetween(Asked("6"), Asked("7"));

    [Fact]
    public void Why_an_order_is_being_cancelled_changes_it() =>
        ChangesBetween(bench => bench.Core.Halt(bench.Now, "fire"), bench => bench.Core.Halt(bench.Now, "flood"));

    [Fact]
    public void A_trigger_and_an_acceptance_change_it()
    {
        Changes(bench => OrderLifecycle.Apply(Last(bench), Some.Report(ExecType.Triggered, Last(bench).Order.Id.Value)));
        ChangesBetween(
            bench => OrderLifecycle.AskCancel(Last(bench)),
            bench =>
            {
                OrderLifecycle.AskCancel(Last(bench));
                OrderLifecycle.Apply(Last(bench), Some.Report(ExecType.New, Last(bench).Order.Id.Value));
                Assert.Equal(OrdStatus.PendingCancel, Last(bench).Status);
            });
    }

    [Fact]
    public void What_an_entry_has_filled_without_exits_changes_it() => Changes(bench => Set(Last(bench), "Unprotected", Some.Qty("0.5")));

    [Fact]
    public void An_exit_s_sibling_and_its_end_change_it()
    {
        Changes(bench => Set(Last(bench), nameof(WorkingOrder.Sibling), bench.Open().Orders[0]));
        ChangesBetween(
            bench => Set(Last(bench), nameof(WorkingOrder.Sibling), Ended(ExecType.Canceled)),
            bench => Set(Last(bench), nameof(WorkingOrder.Sibling), Ended(ExecType.Expired)));

        static WorkingOrder Ended(ExecType end)
        {
            var order = new OrderTable(1).Add(Some.Order(50, OrderRequest.Market(Some.First, Side.Buy, Some.Qty("1"))));
            OrderLifecycle.Apply(order, Some.Report(end, 50));
            return order;
        }
    }

    [Fact]
    public void The_quotes_that_a_strategy_sees_change_it()
    {
        ChangesBetween(Shown("99", "101", 1, 1), Shown("98", "102", 1, 1)); // the same middle
        ChangesBetween(Shown("99", "101", 1, 1), Shown("99", "101", 2, 1));
        ChangesBetween(Shown("99", "101", 1, 1), Shown("99", "101", 1, 2));

        static Action<Bench> Shown(string bid, string ask, double bidSize, double askSize) =>
            bench => bench.Core.Board.Update(MarketEvent.OfQuote(Some.First, bench.Now, bench.Now, Some.Px(bid), Some.Px(ask), bidSize, askSize));
    }

    [Fact]
    public void Every_timer_changes_it_not_the_next_only()
    {
        ChangesBetween(WithTimers((1, 1), (2, 2)), WithTimers((1, 1), (3, 2)));
        ChangesBetween(WithTimers((1, 1), (2, 2)), WithTimers((1, 1), (2, 3)));
        ChangesBetween(WithTimers((1, 1), (2, 2), (2, 3)), WithTimers((1, 1), (2, 3), (2, 2))); // they will fire in this order
    }

    [Fact]
    public void Timers_that_fire_alike_hash_alike()
    {
        var (one, two) = (Prepared(), Prepared());
        WithTimers((3, 3), (1, 1), (2, 2), (2, 4))(one);
        WithTimers((2, 2), (2, 4), (1, 1), (3, 3))(two);
        Assert.Equal(one.Hash(), two.Hash());
    }

    [Fact]
    public void What_the_day_s_loss_is_counted_from_changes_it()
    {
        var (high, low) = (OvernightAt("120"), OvernightAt("90"));
        Assert.Equal(high.Core.Account.Equity(), low.Core.Account.Equity());
        Assert.NotEqual(high.Hash(), low.Hash());

        static Bench OvernightAt(string price)
        {
            var bench = new Bench(Some.Settings(Some.BtcUsd) with { Limits = new() { MaxDailyLoss = 1_000 } }) { Now = Instant.FromUtc(2024, 5, 1, 23, 50) }.Started();
            bench.Price("100");
            bench.Hold(Side.Buy, "1");
            while (bench.Now < Instant.FromUtc(2024, 5, 2))
            {
                bench.Price(price);
            }

            bench.Price("100");
            return bench;
        }
    }

    [Fact]
    public void To_compute_it_allocates_nothing()
    {
        var bench = Prepared();
        WithTimers((3, 3), (1, 1), (2, 2), (2, 4))(bench);
        bench.Core.Halt(bench.Now, "ä");
        bench.Take();
        var hash = new StateHash();
        Span<byte> bytes = stackalloc byte[StateHash.Length];
        hash.Compute(bench.Core, bytes);
        var before = GC.GetAllocatedBytesForCurrentThread();
        hash.Compute(bench.Core, bytes);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static Bench Prepared()
    {
        var bench = new Bench(Some.BtcUsd).Started();
        bench.Price("100");
        bench.Hold(Side.Buy, "2");
        bench.Report(ExecType.New, bench.Place(OrderRequest.Limit(Some.First, Side.Buy, Some.Qty("1"), Some.Px("90"))));
        bench.Place(OrderRequest.Limit(Some.First, Side.Buy, Some.Qty("3"), Some.Px("91")));
        return bench;
    }

    private static WorkingOrder Last(Bench bench) => bench.Open().Orders[^1];

    private static Action<Bench> Asked(string quantity) => bench => bench.Act(c => c.Replace(bench.Open().Orders[0].Order.Id, Some.Qty(quantity), null));

    private static void Set(WorkingOrder order, string property, object value) =>
        typeof(WorkingOrder).GetProperty(property, Hidden | BindingFlags.Public)!.SetValue(order, value);

    private static Action<Bench> WithTimers(params (int Minutes, int Tag)[] timers) => bench =>
    {
        foreach (var (minutes, tag) in timers)
        {
            bench.Core.Timers.Set(bench.Now + Duration.FromSeconds(60 * minutes), tag);
        }
    };

    private static void Changes(Action<Bench> change) => ChangesBetween(_ => { }, change);

    private static void ChangesBetween(Action<Bench> one, Action<Bench> other)
    {
        var (a, b, same) = (Prepared(), Prepared(), Prepared());
        one(a);
        other(b);
        one(same);
        Assert.Equal(a.Hash(), same.Hash());
        Assert.NotEqual(a.Hash(), b.Hash());
    }
}
