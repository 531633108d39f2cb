using Slipstream.Domain;
using Slipstream.Engine.Strategies;
using Slipstream.Engine.Tests.Rig;

namespace Slipstream.Engine.Tests.Core;

/// <summary>Timers, time, the end, and faults of the strategy.</summary>
public class RunTests
{
    private readonly Bench _bench = new Bench(Some.BtcUsd, Some.EurUsd).Started();

    [Fact]
    public void A_timer_comes_after_all_events_of_its_instant()
    {
        _bench.Strategy.Next = c => c.SetTimer(c.Now, 5);
        _bench.Price("100");
        var now = _bench.Now;
        Assert.False(_bench.Core.HasTimerBefore(now));
        _bench.Feed(Some.Bar(Some.Second, now, Some.Px("1.1")));
        Assert.False(_bench.Core.HasTimerBefore(now));
        Assert.True(_bench.Core.HasTimerBefore(now + Duration.FromNanos(1)));
        _bench.FireTimer();
        Assert.Equal(["start", "tick", "tick", "timer 5"], _bench.Strategy.Calls);
        Assert.Equal(now, _bench.Core.Now);
    }

    [Fact]
    public void Timers_fire_by_time_and_those_of_one_time_in_the_order_they_were_set()
    {
        _bench.Act(c =>
        {
            c.SetTimer(c.Now + Duration.FromSeconds(2), 1);
            c.SetTimer(c.Now + Duration.FromSeconds(1), 2);
            c.SetTimer(c.Now + Duration.FromSeconds(1), 3);
        });
        foreach (var tag in new[] { 2, 3, 1 })
        {
            Assert.Equal(tag, _bench.Core.Timers.Next?.Tag);
            _bench.FireTimer();
        }

        Assert.Null(_bench.Core.Timers.NextDue);
        Assert.Null(_bench.Core.Timers.Next);
        Assert.Throws<InvalidOperationException>(() => _bench.Core.OnTimer(_bench.Now, 1));
    }

    [Fact]
    public void A_timer_in_the_past_is_due_now()
    {
        _bench.Act(c => c.SetTimer(c.Now - Duration.FromDays(1), 1));
        Assert.Equal(_bench.Now, _bench.Core.Timers.NextDue);
    }

    [Fact]
    public void A_timer_that_is_not_the_next_is_another_cores_input()
    {
        _bench.Act(c => c.SetTimer(c.Now, 1));
        var due = _bench.Core.Timers.NextDue!.Value;
        var wrong = Assert.Throws<InvalidOperationException>(() => _bench.Core.OnTimer(due, 2));
        Assert.StartsWith("Timer 2 due", wrong.Message);
    }

    [Fact]
    public void Timers_that_set_each_other_at_one_instant_are_a_fault_and_not_an_endless_loop()
    {
        _bench.Strategy.Timer = (c, _) => c.SetTimer(c.Now, 0);
        _bench.Act(c => c.SetTimer(c.Now, 0));
        var fault = Assert.Throws<StrategyFaultException>(() =>
        {
            for (var i = 0; i < 20_000; i++)
            {
                _bench.FireTimer();
            }
        });
        Assert.Equal("OnTimer", fault.Callback);
        Assert.Contains("10000 timers", fault.InnerException!.Message);
    }

    [Fact]
    public void Time_never_goes_back()
    {
        _bench.Price("100");
        var now = _bench.Core.Now;
        _bench.Core.OnReport(Some.Report(ExecType.New, 1), now - Duration.FromSeconds(30));
        Assert.Equal(now, _bench.Core.Now);
        Assert.Equal(3, _bench.Core.Sequence);
    }

    [Fact]
    public void A_fill_is_told_before_the_tick_that_follows_and_an_update_after_its_report()
    {
        _bench.Price("100");
        var id = _bench.Place(OrderRequest.Market(Some.First, Side.Buy, Some.Qty("1")));
        _bench.Strategy.Calls.Clear();
        _bench.Report(ExecType.New, id);
        _bench.Fill(id, "1");
        _bench.Price("101");
        Assert.Equal([$"order {id} New", "fill 1", $"order {id} Filled", "tick"], _bench.Strategy.Calls);
    }

    [Fact]
    public void Intents_of_OnStop_are_refused_and_orders_left_as_they_are()
    {
        _bench.Price("100");
        var open = _bench.Place(OrderRequest.Limit(Some.First, Side.Buy, Some.Qty("1"), Some.Px("99")) with { Bracket = new(Some.Px("110"), null) });
        _bench.Strategy.Stop = c =>
        {
            c.Buy(Some.First, Some.Qty("1"));
            c.Cancel(new(open));
        };
        _bench.Stop();
        Assert.Equal(2, _bench.Refusals.Count);
        Assert.All(_bench.Refusals, r => Assert.Equal("SAFE_MODE by runEnded: an intent after the end, allowed intents before OnStop", r.Refusal.ToString()));
        Assert.Equal(1, _bench.Core.Orders.OpenCount);
        Assert.Equal("stop", _bench.Strategy.Calls[^1]);

        // What the venue still says is counted, but neither told nor acted on.
        _bench.Fill(open, "1", "99");
        Assert.Equal(Some.Qty("1").Raw, _bench.Position());
        Assert.Single(_bench.Fills);
        Assert.Single(_bench.Sends);
        Assert.Equal("stop", _bench.Strategy.Calls[^1]);
        _bench.Halt();
        Assert.Throws<InvalidOperationException>(() => _bench.Price("100"));
        Assert.Throws<InvalidOperationException>(_bench.Stop);
    }

    [Theory]
    [InlineData("OnStart", 1)]
    [InlineData("OnTick", 2)]
    [InlineData("OnTimer", 3)]
    [InlineData("OnOrderUpdate", 3)]
    [InlineData("OnFill", 3)]
    [InlineData("OnStop", 3)]
    public void A_fault_of_the_strategy_names_the_callback_the_input_and_the_time(string callback, long sequence)
    {
        var bench = new Bench(Some.BtcUsd);
        var original = new FormatException("no number");
        var strategy = bench.Strategy;
        strategy.Start = callback == "OnStart" ? _ => throw original : null;
        strategy.Tick = callback == "OnTick" ? (StrategyContext _, in MarketEvent _) => throw original : (StrategyContext c, in MarketEvent t) =>
        {
            c.Buy(t.Instrument, Some.Qty("1"));
            c.SetTimer(c.Now, 0);
        };
        strategy.Timer = (_, _) => throw original;
        strategy.Update = (StrategyContext _, in OrderUpdate _) => throw original;
        strategy.Filled = (StrategyContext _, in Fill _) => throw original;
        strategy.Stop = _ => throw original;

        var fault = Assert.Throws<StrategyFaultException>(() =>
        {
            bench.Started();
            bench.Price("100");
            switch (callback)
            {
                case "OnTimer":
                    bench.FireTimer();
                    break;
                case "OnOrderUpdate":
                    bench.Report(ExecType.New, 1);
                    break;
                case "OnFill":
                    bench.Fill(1, "1");
                    break;
                case "OnStop":
                    bench.Stop();
                    break;
            }
        });

        Assert.Equal((callback, sequence, bench.Now), (fault.Callback, fault.Sequence, fault.Time));
        Assert.Same(original, fault.InnerException);
        Assert.Equal($"The strategy failed in {callback} at input {sequence} ({bench.Now}): FormatException: no number", fault.Message);
    }

    public static TheoryData<string> ContextMembers => new("Market", "Position", "Working", "AverageEntryPrice", "OpenOrders", "Place", "MoveTo");

    [Theory]
    [MemberData(nameof(ContextMembers))]
    public void An_instrument_that_is_not_in_the_run_is_named(string member)
    {
        var wrong = new InstrumentId(2);
        var fault = Assert.Throws<StrategyFaultException>(() => _bench.Act(c =>
        {
            switch (member)
            {
                case "Market":
                    c.Market(wrong);
                    break;
                case "Position":
                    c.Position(wrong);
                    break;
                case "Working":
                    c.Working(wrong);
                    break;
                case "AverageEntryPrice":
                    c.AverageEntryPrice(wrong);
                    break;
                case "OpenOrders":
                    c.OpenOrders(wrong);
                    break;
                case "Place":
                    c.Buy(wrong, Some.Qty("1"));
                    break;
                default:
                    c.MoveTo(wrong, Position.Flat);
                    break;
            }
        }));
        Assert.StartsWith("The run has 2 instruments; there is no instrument #2.", fault.InnerException!.Message);
    }

    [Fact]
    public void The_context_shows_the_state_after_the_input()
    {
        _bench.Price("100");
        _bench.Act(c =>
        {
            Assert.Equal((Mode.Backtest, _bench.Now, 2), (c.Mode, c.Now, c.Universe.Count));
            Assert.Equal(Some.Px("100"), c.Market(Some.First).Last);
            Assert.Null(c.Market(Some.Second).Last);
            Assert.Null(c.Market(Some.Second).Time);
            Assert.Equal(1_000_000, c.Equity);
            Assert.Equal(Some.Of("1000000", Some.Usd), c.Cash(Some.Usd));
            Assert.Equal(Money.Zero(Some.Eur), c.Cash(Some.Eur));
            Assert.Null(c.AverageEntryPrice(Some.First));
        });
    }
}
