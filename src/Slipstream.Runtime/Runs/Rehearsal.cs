using System.Diagnostics;
using System.Runtime;
using Slipstream.Domain;
using Slipstream.Engine.Core;
using Slipstream.Journal;
using Slipstream.Runtime.Recording;
using Slipstream.Simulation;

namespace Slipstream.Runtime.Runs;

/// <summary>
/// Takes made-up orders through the whole loop once before a long run, so that the just-in-time compiler has optimised it when the real
/// events come. It shares nothing with the run and changes none of its results.
/// </summary>
public static class Rehearsal
{
    private const int BarsPerRound = 500;
    private const int QuietRounds = 3;
    private static readonly TimeSpan LongestRehearsal = TimeSpan.FromMilliseconds(70);

    /// <summary>Starts rehearsing on another thread; a long run waits for its end, a short one does not.</summary>
    public static Task Start() => Task.Factory.StartNew(Run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private static void Run()
    {
        var instrument = new Instrument { Symbol = "A/B", AssetClass = AssetClass.Crypto, Base = Currency.Of("A"), Quote = Currency.Of("B") };
        var universe = new Universe([instrument]);
        var settings = new CoreSettings { Universe = universe, Mode = Mode.Backtest, AccountCurrency = instrument.Quote, Cash = [Money.FromDouble(1e6, instrument.Quote)] };
        var effects = new EffectBuffer();
        var core = new TradingCore(settings, new InAndOut(), effects);
        var loop = new EventLoop(core, effects, new SimulatedVenue(universe, ExecutionModel.Default, new SeededRandom(1)), new RunRecorder(core, 1e6), new DiscardingSink(), false, null);
        loop.Start(default);
        var clock = Stopwatch.StartNew();
        var compiled = JitInfo.GetCompiledMethodCount();
        for (int bar = 0, quiet = 0; quiet < QuietRounds && clock.Elapsed < LongestRehearsal; quiet++)
        {
            Round(loop, ref bar);

            // Methods are compiled again, optimised, on a thread of the runtime; it is done when nothing new comes.
            Thread.Sleep(1);
            var now = JitInfo.GetCompiledMethodCount();
            quiet = now == compiled ? quiet : -1;
            compiled = now;
        }

        loop.Stop();
    }

    private static void Round(EventLoop loop, ref int bar)
    {
        for (var end = bar + BarsPerRound; bar < end; bar++)
        {
            var price = Price.FromRaw((100 + (bar % 7)) * Grid.UnitsPerOne);
            loop.Step(MarketEvent.OfBar(default, Instant.FromUnixSeconds(bar * 60L), 60, price, price, price, price, 100));
        }
    }

    private sealed class InAndOut : Strategy
    {
        public override StrategyMetadata Metadata => new("rehearsal", "none", "Buys and sells by turns.", ExecutionStyle.Taker);

        public override void OnTick(StrategyContext context, in MarketEvent tick)
        {
            if (context.Working(tick.Instrument).IsFlat)
            {
                context.MoveTo(tick.Instrument, context.Position(tick.Instrument).IsFlat ? Position.FromRaw(Grid.UnitsPerOne) : Position.Flat, "by turns");
            }
        }
    }

    private sealed class DiscardingSink : RecordSink
    {
        private byte[] _room = new byte[4096];

        protected override Span<byte> Reserve(int size) => size <= _room.Length ? _room : _room = new byte[size];

        protected override void Complete(RecordType type, ushort version, long input, Instant time, RecordFlags flags, int length)
        {
        }
    }
}
