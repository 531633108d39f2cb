using Slipstream.Domain;
using Slipstream.Engine.Core;
using Slipstream.Engine.Risk;
using Slipstream.Engine.Tests.Rig;

namespace Slipstream.Engine.Tests.Risk;

public class KillSwitchTests
{
    private static readonly RiskLimits Loss100 = new() { AllowSpotShort = true, MaxDailyLoss = 100 };

    [Fact]
    public void The_daily_loss_stops_new_risk_at_its_limit_and_not_before()
    {
        var bench = Holding10();
        var buy = bench.Place(OrderRequest.Limit(Some.First, Side.Buy, Some.Qty("1"), Some.Px("80")));
        var sell = bench.Place(OrderRequest.Limit(Some.First, Side.Sell, Some.Qty("4"), Some.Px("120")));
        bench.Price("90.01");
        Assert.Empty(bench.Switches);
        bench.Price("90");

        Assert.Equal([new KillSwitchMove(KillSwitch.DailyLoss, "loss of 100.00 USD since 00:00 UTC", "100.00 USD")], bench.Switches);
        Assert.Equal([new CancelOrder(new(buy), null)], bench.Cancels);
        Assert.Equal(OrdStatus.PendingNew, bench.Status(sell));

        bench.Place(OrderRequest.Market(Some.First, Side.Buy, Some.Qty("1")));
        Assert.Equal("RISK_BLOCKED by maxDailyLoss: Buy 1, allowed only orders that reduce a position", bench.LastRefusal.ToString());
        bench.Place(OrderRequest.Market(Some.First, Side.Sell, Some.Qty("6.1"))); // with the 4 that are open it would flip
        Assert.Equal("RISK_BLOCKED by maxDailyLoss: Sell 6.1, allowed only orders that reduce a position", bench.LastRefusal.ToString());
        var close = bench.Place(OrderRequest.Market(Some.First, Side.Sell, Some.Qty("6")));
        Assert.Equal(close, bench.Sends[^1].Id.Value);
    }

    [Fact]
    public void The_daily_loss_lifts_with_the_next_utc_day_and_counts_anew()
    {
        var bench = Holding10();
        bench.Price("90");
        bench.Now = Instant.FromUtc(2024, 5, 2) - Duration.FromSeconds(60);
        bench.Price("85"); // ends at 00:00 sharp: still the old day's
        Assert.Equal(KillSwitch.DailyLoss, bench.Core.Gate.KillSwitch);
        bench.Price("84");
        Assert.Equal(KillSwitch.Off, bench.Core.Gate.KillSwitch);
        Assert.Equal(new KillSwitchMove(KillSwitch.Off, "a new UTC day", ""), bench.Switches[^1]);
        bench.Price("75.01"); // from 85
        Assert.Equal(KillSwitch.Off, bench.Core.Gate.KillSwitch);
        bench.Price("75");
        Assert.Equal(KillSwitch.DailyLoss, bench.Core.Gate.KillSwitch);
    }

    [Fact]
    public void The_daily_loss_works_on_daily_bars()
    {
        var bench = Holding10();
        for (var day = 2; day <= 4; day++)
        {
            bench.Now = Instant.FromUtc(2024, 5, day) - Duration.FromSeconds(60);
            bench.Price(day switch { 2 => "95", 3 => "91", _ => "80" });
        }

        Assert.Equal("loss of 110.00 USD since 00:00 UTC", Assert.Single(bench.Switches).Observed);
    }

    [Fact]
    public void A_loss_by_a_fill_counts_before_the_answer_to_it()
    {
        var bench = new Bench(Some.Settings(Some.BtcUsd) with { Limits = Loss100 }).Started();
        bench.Price("100");
        bench.Hold(Side.Buy, "10", "100");
        bench.Strategy.Filled = static (StrategyContext c, in Fill f) => c.Buy(f.Instrument, Some.Qty("1"));
        bench.Hold(Side.Sell, "1", "80");
        Assert.Equal(KillSwitch.DailyLoss, bench.Core.Gate.KillSwitch);
        Assert.Equal("maxDailyLoss", bench.LastRefusal.Rule);
    }

    [Fact]
    public void A_fill_after_a_gap_is_marked_at_its_own_price_and_is_no_loss()
    {
        var bench = new Bench(Some.Settings(Some.BtcUsd) with { Limits = Loss100 }).Started();
        bench.Price("100");
        bench.Hold(Side.Buy, "100", "110");
        Assert.Equal(KillSwitch.Off, bench.Core.Gate.KillSwitch);
    }

    [Fact]
    public void A_halt_cancels_what_could_add_risk_and_keeps_reductions_oldest_first()
    {
        var bench = Holding10();
        var buy = bench.Place(OrderRequest.Limit(Some.First, Side.Buy, Some.Qty("1"), Some.Px("80")));
        var first = bench.Place(OrderRequest.Limit(Some.First, Side.Sell, Some.Qty("6"), Some.Px("120")));
        var second = bench.Place(OrderRequest.Stop(Some.First, Side.Sell, Some.Qty("6"), Some.Px("80"))); // 12 of 10
        var third = bench.Place(OrderRequest.Limit(Some.First, Side.Sell, Some.Qty("4"), Some.Px("130")));
        bench.Report(ExecType.New, buy);
        bench.Halt();

        Assert.Equal([buy, second], bench.Cancels.Select(c => c.Order.Value));
        Assert.Equal(OrdStatus.PendingNew, bench.Status(first));
        Assert.Equal(OrdStatus.PendingNew, bench.Status(third));
        Assert.Equal(new KillSwitchMove(KillSwitch.Halted, "test", "a human lifts it"), Assert.Single(bench.Switches));

        bench.Report(ExecType.Canceled, buy);
        Assert.Equal("SAFE_MODE by halt: test, allowed a human lifts it", bench.Strategy.Updates[^1].Reason!.ToString());
    }

    [Fact]
    public void A_halted_run_lets_reductions_shrinks_and_cancels_pass_and_nothing_else()
    {
        var bench = Holding10();
        var sell = bench.Place(OrderRequest.Limit(Some.First, Side.Sell, Some.Qty("6"), Some.Px("120")));
        bench.Report(ExecType.New, sell);
        bench.Halt();

        bench.Place(OrderRequest.Market(Some.First, Side.Buy, Some.Qty("1")));
        Assert.Equal("SAFE_MODE by halt: Buy 1, allowed only orders that reduce a position", bench.LastRefusal.ToString());
        bench.Act(c => c.Replace(new(sell), Some.Qty("11"), null));
        Assert.Equal("SAFE_MODE by halt: Sell 5, allowed only orders that reduce a position", bench.LastRefusal.ToString());
        bench.Act(c => c.Replace(new(sell), Some.Qty("5"), Some.Px("110")));
        bench.Report(Some.Replaced(sell, Some.Qty("5"), Some.Px("110")));
        Assert.Single(bench.Replaces);
        bench.Place(OrderRequest.Market(Some.First, Side.Sell, Some.Qty("5")));
        bench.Act(c => c.Cancel(new(sell)));
        Assert.Equal(sell, Assert.Single(bench.Cancels).Order.Value);
        Assert.Equal(2, bench.Refusals.Count);

        bench.Resume();
        bench.Place(OrderRequest.Market(Some.First, Side.Buy, Some.Qty("1")));
        Assert.Equal(2, bench.Refusals.Count);
        Assert.Equal(new KillSwitchMove(KillSwitch.Off, "test", ""), bench.Switches[^1]);
    }

    [Fact]
    public void A_halted_run_still_protects_what_fills_too_late()
    {
        var bench = Holding10();
        var entry = bench.Place(OrderRequest.Limit(Some.First, Side.Buy, Some.Qty("2"), Some.Px("99")) with { Bracket = new(Some.Px("120"), Some.Px("80")) });
        bench.Halt();
        bench.Fill(entry, "2", "99");
        Assert.Equal([OrderType.Stop, OrderType.Limit], bench.Sends.TakeLast(2).Select(o => o.Terms.Type));
        Assert.Empty(bench.Refusals);
        bench.Halt();
        Assert.Single(bench.Cancels); // the exits stay
    }

    [Fact]
    public void A_human_halt_outlasts_the_day()
    {
        var bench = Holding10();
        bench.Price("90");
        bench.Halt();
        bench.Now = Instant.FromUtc(2024, 5, 3);
        bench.Price("90");
        Assert.Equal(KillSwitch.Halted, bench.Core.Gate.KillSwitch);
    }

    private static Bench Holding10()
    {
        var bench = new Bench(Some.Settings(Some.BtcUsd) with { Limits = Loss100 }).Started();
        bench.Price("100");
        bench.Hold(Side.Buy, "10");
        return bench;
    }
}
