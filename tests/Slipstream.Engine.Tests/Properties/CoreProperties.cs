using FsCheck;
using FsCheck.Fluent;
using Slipstream.Domain;
using Slipstream.Engine.Core;
using Slipstream.Engine.Risk;
using Slipstream.Engine.Tests.Rig;

namespace Slipstream.Engine.Tests.Properties;

/// <summary>A restless strategy, a slow venue, halts at any time: what must hold whatever happens.</summary>
public class CoreProperties
{
    private static readonly Quantity Max = Some.Qty("10");

    [Fact]
    public void No_order_of_fills_takes_a_position_beyond_its_limit() => Prop.ForAll(Codes.One, seed =>
    {
        var run = new RandomRun((ulong)(uint)seed);
        run.Do(400, () =>
        {
            for (var i = 0; i < 2; i++)
            {
                Assert.True(Math.Abs(run.Venue.Net[i]) <= Max.Raw, $"the venue holds {run.Venue.Net[i]}");
                Assert.True(Math.Abs(run.Held(i)) <= Max.Raw, $"the core holds {run.Held(i)}");
            }
        });
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void The_core_agrees_with_the_venue_once_everything_has_arrived() => Prop.ForAll(Codes.One, seed =>
    {
        var run = new RandomRun((ulong)(uint)seed);
        run.Do(300, () => { });
        run.Settle();
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(run.Venue.Net[i], run.Held(i));
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void Every_effect_names_its_parents_and_every_number_is_used_once() => Prop.ForAll(Codes.One, seed =>
    {
        var run = new RandomRun((ulong)(uint)seed);
        run.Do(300, () => { });
        var decisions = run.Log.OfType<Decision>().Select(d => d.Id).ToList();
        var intents = run.Log.OfType<Intent>().ToList();
        var orders = run.Log.OfType<Order>().ToDictionary(o => o.Id);
        Assert.Equal(decisions.Distinct(), decisions);
        Assert.Equal(intents.DistinctBy(i => i.Id).Count(), intents.Count);
        Assert.All(intents, i => Assert.Contains(i.Decision, decisions));
        var known = intents.Select(i => i.Id).ToHashSet();
        Assert.All(orders.Values, o => Assert.True(known.Contains(o.Intent) && orders.ContainsKey(o.Correlation)));
        Assert.All(run.Log.OfType<Fill>(), f => Assert.Equal(orders[f.Order].Intent, f.Intent));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void Equal_inputs_give_equal_effects_and_state() => Prop.ForAll(Codes.One, seed =>
    {
        var one = new RandomRun((ulong)(uint)seed);
        var two = new RandomRun((ulong)(uint)seed);
        one.Do(200, () => { });
        two.Do(200, () => { });
        Assert.Equal(one.Log.Select(Text), two.Log.Select(Text));
        Assert.Equal(one.Hash(), two.Hash());
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void Inputs_fed_again_give_the_same_in_whatever_pieces_their_effects_are_taken() => Prop.ForAll(Codes.One, seed =>
    {
        var run = new RandomRun((ulong)(uint)seed);
        run.Do(200, () => { });

        var effects = new EffectBuffer();
        var again = new TradingCore(RandomRun.Settings, new Restless(), effects);
        foreach (var input in run.Inputs)
        {
            input(again);
        }

        var log = new List<object>();
        RandomRun.Take(effects, log);
        Assert.Equal(run.Log.Select(Text), log.Select(Text));
        Assert.Equal(run.Hash(), RandomRun.HashOf(again));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void What_comes_later_changes_nothing_before() => Prop.ForAll(Codes.One, ArbMap.Default.ArbFor<byte>(), (seed, cut) =>
    {
        var run = new RandomRun((ulong)(uint)seed);
        run.Do(200, () => { });

        var effects = new EffectBuffer();
        var again = new TradingCore(RandomRun.Settings, new Restless(), effects);
        var inputs = run.Inputs.Take(cut).ToList();
        inputs.ForEach(i => i(again));

        var log = new List<object>();
        RandomRun.Take(effects, log);
        Assert.Equal(run.Log.Take(log.Count).Select(Text), log.Select(Text));
        Assert.Equal(inputs.Count == 0 ? 0 : run.LogCounts[inputs.Count - 1], log.Count);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    private static string Text(object effect) => effect.ToString()!;

    /// <summary>A run whose inputs follow from a seed, and from what the core did before.</summary>
    private sealed class RandomRun
    {
        private readonly SeededRandom _random;
        private readonly EffectBuffer _effects = new();
        private readonly TradingCore _core;
        private Instant _now = Some.Morning;

        public RandomRun(ulong seed)
        {
            _random = new SeededRandom(seed);
            Venue = new SlowVenue(_random, 2);
            _core = new TradingCore(Settings, new Restless(), _effects);
            var start = _now;
            Input(c => c.Start(start));
        }

        public static CoreSettings Settings { get; } = Some.Settings(Some.BtcUsd with { LotSize = Some.Qty("1") }, Some.BtcPerp with { Quote = Some.Usd }) with
        {
            Limits = new() { AllowSpotShort = true, MaxPosition = Max, MaxDailyLoss = 150, MaxOpenOrders = 20 },
            Cash = [Some.Of("3000", Some.Usd)],
            Seed = 7,
        };

        public SlowVenue Venue { get; }

        public List<object> Log { get; } = [];

        public List<Action<TradingCore>> Inputs { get; } = [];

        public List<int> LogCounts { get; } = [];

        public long Held(int instrument) => _core.Account.Holding(new((ushort)instrument)).Position.Raw;

        public string Hash() => HashOf(_core);

        public static string HashOf(TradingCore core)
        {
            Span<byte> hash = stackalloc byte[StateHash.Length];
            new StateHash().Compute(core, hash);
            return Convert.ToHexString(hash);
        }

        public void Do(int steps, Action check)
        {
            for (var i = 0; i < steps; i++)
            {
                Step();
                check();
            }
        }

        /// <summary>Lets everything that is on its way arrive; after the end the strategy adds nothing more.</summary>
        public void Settle()
        {
            var time = _now;
            Input(c => c.Stop(time));
            for (var i = 0; i < 5_000; i++)
            {
                StepVenue();
            }
        }

        public static void Take(EffectBuffer effects, List<object> log)
        {
            for (var i = 0; i < effects.Count; i++)
            {
                log.Add(effects.Kind(i) switch
                {
                    EffectKind.Decision => effects.Decision(i) with { Tags = [] },
                    EffectKind.Intent => effects.Intent(i),
                    EffectKind.Refused => effects.Refused(i),
                    EffectKind.Send => effects.Send(i).Order,
                    EffectKind.Cancel => effects.Cancel(i),
                    EffectKind.Replace => effects.Replace(i),
                    EffectKind.Fill => effects.Fill(i),
                    EffectKind.Anomaly => effects.Anomaly(i),
                    EffectKind.KillSwitch => effects.KillSwitch(i),
                });
            }
        }

        private void StepVenue()
        {
            if (Venue.Step() is { } report)
            {
                var time = _now;
                Input(c => c.OnReport(in report, time));
            }
        }

        private void Step()
        {
            switch (_random.NextBelow(20))
            {
                case < 5:
                    _now += Duration.FromSeconds(60 + _random.NextBelow(3000));
                    FireTimers();
                    var bar = Some.Bar(new((ushort)_random.NextBelow(2)), _now, Price.FromRaw((90 + _random.NextBelow(21)) * Grid.UnitsPerOne));
                    Input(c => c.OnMarket(in bar));
                    break;
                case 5:
                    var time = _now;
                    Input(_random.NextBelow(3) == 0 ? c => c.Halt(time, "test") : c => c.Resume(time, "test"));
                    break;
                default:
                    StepVenue();
                    break;
            }
        }

        private void FireTimers()
        {
            while (_core.HasTimerBefore(_now))
            {
                var (due, tag) = _core.Timers.Next!.Value;
                Input(c => c.OnTimer(due, tag));
            }
        }

        private void Input(Action<TradingCore> input)
        {
            Inputs.Add(input);
            input(_core);
            Take(_effects, Log);
            LogCounts.Add(Log.Count);
            Venue.Take(_effects);
            _effects.Clear();
        }
    }
}
