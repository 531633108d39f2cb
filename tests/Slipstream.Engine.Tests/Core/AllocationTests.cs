using Slipstream.Domain;
using Slipstream.Engine.Core;
using Slipstream.Engine.Tests.Rig;

namespace Slipstream.Engine.Tests.Core;

public class AllocationTests
{
    private const int Events = 20_000;

    [Fact]
    public void A_market_event_without_intents_allocates_nothing()
    {
        var feed = new Feed(new Idle());
        Assert.Equal(0, Allocated(() => feed.Run(Events)));
    }

    [Fact]
    public void Nor_does_a_strategy_that_reads_all_of_its_context_while_it_holds_and_quotes()
    {
        var feed = new Feed(new Reader());
        Assert.Equal(0, Allocated(() => feed.Run(Events)));
    }

    [Fact]
    public void Nor_do_quotes_trades_book_changes_and_funding()
    {
        var feed = new Feed(new Reader());
        Assert.Equal(0, Allocated(() => feed.RunTicks(Events)));
    }

    [Fact]
    public void An_orders_whole_life_allocates_little()
    {
        var feed = new Feed(new Trader());
        var perOrder = Allocated(() => feed.Run(Events)) / (double)Events;

        // The proof, the working order that is remembered, its fill's id, and a share of growing tables: no more than that.
        Assert.InRange(perOrder, 1, 1_000);
    }

    private static long Allocated(Action action)
    {
        action();
        var before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    /// <summary>A market of two instruments, and a venue that fills market orders at once and lets the others rest.</summary>
    private sealed class Feed
    {
        private readonly EffectBuffer _effects = new();
        private readonly TradingCore _core;
        private Instant _now = Some.Morning;
        private long _fills;
        private long _price = 100;

        public Feed(Strategy strategy)
        {
            _core = new TradingCore(Some.Settings(Some.EurUsd, Some.UsdJpy) with { Limits = new() { MaxDailyLoss = 900_000 } }, strategy, _effects);
            _core.Start(_now);
        }

        public void Run(int events)
        {
            for (var i = 0; i < events; i++)
            {
                _price = 100 + (i % 7);
                var price = Price.FromRaw(_price * Grid.UnitsPerOne);
                Next(Some.Bar(new((ushort)(i & 1)), Tick(), price));
            }
        }

        public void RunTicks(int events)
        {
            for (var i = 0; i < events; i++)
            {
                var now = Tick();
                var (bid, ask) = (Price.FromRaw((100 + (i % 7)) * Grid.UnitsPerOne), Price.FromRaw((101 + (i % 7)) * Grid.UnitsPerOne));
                Next(MarketEvent.OfQuote(Some.First, now, now, bid, ask, 1, 1));
                Next(MarketEvent.OfTrade(Some.First, now, now, bid, 1, Side.Buy, i));
                Next(MarketEvent.OfBookChange(Some.Second, now, now, Side.Buy, bid, 1 + (i % 3), i, i % 100 == 0 ? MarketEventFlags.SnapshotStart : MarketEventFlags.None));
                Next(MarketEvent.OfBookChange(Some.Second, now, now, Side.Sell, ask, 1, i, MarketEventFlags.EndOfMessage));
                Next(MarketEvent.OfFunding(Some.First, now, Rate.FromRaw(10_000), bid));
            }
        }

        private Instant Tick() => _now += Duration.FromSeconds(60);

        private void Next(in MarketEvent e)
        {
            _core.OnMarket(in e);
            for (var i = 0; i < _effects.Count; i++)
            {
                if (_effects.Kind(i) == EffectKind.Send)
                {
                    Answer(in _effects.Send(i).Order);
                }
            }

            _effects.Clear();
        }

        private void Answer(in Order order)
        {
            _core.OnReport(Some.Report(ExecType.New, order.Id.Value), _now);
            if (order.Terms.Type == OrderType.Market)
            {
                var fee = Money.FromRaw(1_000, Some.Usd);
                _core.OnReport(Some.Trade(order.Id.Value, ++_fills, order.Terms.Quantity, Price.FromRaw(_price * Grid.UnitsPerOne), fee), _now);
            }
        }
    }

    private class Idle : Strategy
    {
        public override StrategyMetadata Metadata { get; } = new("idle", "test", "Does nothing.", ExecutionStyle.Taker);
    }

    private sealed class Reader : Idle
    {
        private bool _entered;

        public double Seen { get; private set; }

        public override void OnTick(StrategyContext context, in MarketEvent tick)
        {
            if (!_entered && context.Market(Some.First).Last is not null && context.Market(Some.Second).Last is not null)
            {
                _entered = true;
                context.Buy(Some.First, Some.Qty("10"));
                context.Buy(Some.Second, Some.Qty("10"));
                context.Place(OrderRequest.Limit(Some.First, Side.Buy, Some.Qty("1"), Some.Px("1")));
            }

            Seen += context.Equity + context.Position(tick.Instrument).ToDouble() + context.Working(tick.Instrument).ToDouble()
                + context.Cash(Some.Usd).ToDouble() + (context.AverageEntryPrice(tick.Instrument)?.ToDouble() ?? 0)
                + (context.Market(tick.Instrument).Mid?.ToDouble() ?? 0) + context.OpenOrders(tick.Instrument).Length + context.Random.NextUniform();
            context.Decide("looked", "calm");
        }
    }

    private sealed class Trader : Idle
    {
        public override void OnTick(StrategyContext context, in MarketEvent tick) =>
            context.Place(OrderRequest.Market(tick.Instrument, context.Position(tick.Instrument).IsLong ? Side.Sell : Side.Buy, Some.Qty("1")));
    }
}
