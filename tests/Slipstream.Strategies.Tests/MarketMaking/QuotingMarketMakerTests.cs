using FsCheck;
using FsCheck.Fluent;
using Slipstream.Domain;
using Slipstream.Strategies.MarketMaking;

namespace Slipstream.Strategies.Tests.MarketMaking;

public class QuotingMarketMakerTests
{
    private static readonly InstrumentId First = new(0);
    private static readonly Instant Start = Instant.FromUtc(2024, 1, 1);
    private static readonly PriceMove HalfSpread = PriceMove.Parse("0.05");

    [Fact]
    public void When_warm_it_quotes_both_sides_post_only_around_the_middle()
    {
        var (strategy, context) = Warm(new QuotingMarketMaker { Quantity = 1 });
        Assert.Equal(2, context.Placed.Count);
        Assert.All(context.Placed, o => Assert.True(o is { PostOnly: true, Type: OrderType.Limit }));
        Assert.True(Open(context, Side.Buy)!.Value.Terms.LimitPrice < Price.Parse("1000"));
        Assert.True(Open(context, Side.Sell)!.Value.Terms.LimitPrice > Price.Parse("1000"));
        Assert.Equal("market-maker", strategy.Metadata.Name);
    }

    [Fact]
    public void Inventory_pushes_both_quotes_the_way_that_sheds_it()
    {
        var (_, flat) = Warm(new QuotingMarketMaker { Quantity = 1 });
        var (_, longer) = Warm(new QuotingMarketMaker { Quantity = 1 }, Position.Parse("3"));
        Assert.True(Open(longer, Side.Buy)!.Value.Terms.LimitPrice < Open(flat, Side.Buy)!.Value.Terms.LimitPrice);
        Assert.True(Open(longer, Side.Sell)!.Value.Terms.LimitPrice < Open(flat, Side.Sell)!.Value.Terms.LimitPrice);
    }

    [Fact]
    public void A_move_within_the_threshold_leaves_the_quotes_alone_and_a_larger_one_replaces_them()
    {
        var (strategy, context) = Warm(new QuotingMarketMaker { Quantity = 1, RequoteBps = 1 });
        context.Tick(strategy, QuoteAt(100, 1000.02));
        Assert.Empty(context.Replaced);
        context.Tick(strategy, QuoteAt(100.1, 1000.50));
        Assert.Equal(2, context.Replaced.Count);
        Assert.Equal(2, context.Placed.Count);
    }

    [Fact]
    public void At_the_largest_inventory_the_side_that_adds_is_taken_away()
    {
        var (strategy, context) = Warm(new QuotingMarketMaker { Quantity = 1, MaxInventory = 2 });
        context.SetPosition(First, Position.Parse("2"));
        context.Tick(strategy, QuoteAt(100, 1000));
        Assert.Null(Open(context, Side.Buy));
        Assert.NotNull(Open(context, Side.Sell));
    }

    [Fact]
    public void Of_a_spot_coin_it_offers_what_it_holds_and_nothing_when_flat()
    {
        var (strategy, context) = Warm(new QuotingMarketMaker { Quantity = 1 }, default, AssetClass.Crypto);
        Assert.Equal(Side.Buy, Assert.Single(context.Placed).Side);

        context.SetPosition(First, Position.Parse("0.4"));
        context.Tick(strategy, QuoteAt(100, 1000));
        Assert.Equal(Quantity.Parse("0.4"), Open(context, Side.Sell)!.Value.LeavesQty);

        context.SetPosition(First, Position.Parse("3"));
        context.Tick(strategy, QuoteAt(101, 1010));
        Assert.Equal(Quantity.Parse("1"), Open(context, Side.Sell)!.Value.LeavesQty);

        context.SetPosition(First, Position.Parse("0.25"));
        context.Tick(strategy, QuoteAt(102, 1010));
        Assert.Equal(Quantity.Parse("0.25"), Open(context, Side.Sell)!.Value.LeavesQty);

        context.SetPosition(First, Position.Flat);
        context.Tick(strategy, QuoteAt(103, 1010));
        Assert.Null(Open(context, Side.Sell));
    }

    [Fact]
    public void A_rest_of_coins_below_the_least_notional_is_not_offered()
    {
        var coin = RecordingContext.OneInstrument(kind: AssetClass.Crypto)[First] with { MinNotional = Price.Parse("10") };
        var context = new RecordingContext(new Universe([coin]));
        context.SetPosition(First, Position.Parse("0.009"));
        var strategy = new QuotingMarketMaker { Quantity = 1 };
        strategy.OnStart(context);
        for (var i = 0; i < 40; i++)
        {
            context.Tick(strategy, QuoteAt(i, i % 2 == 0 ? 1000 : 1000.1));
        }

        Assert.Equal(Side.Buy, Assert.Single(context.Placed).Side);
        context.SetPosition(First, Position.Parse("0.011"));
        context.Tick(strategy, QuoteAt(40, 1000));
        Assert.Equal(Quantity.Parse("0.011"), Open(context, Side.Sell)!.Value.LeavesQty);
    }

    [Fact]
    public void Without_a_two_sided_market_it_cancels_its_quotes()
    {
        var (strategy, context) = Warm(new QuotingMarketMaker { Quantity = 1 });
        context.Tick(strategy, MarketEvent.OfQuote(First, Start + Duration.FromSeconds(100), Start, Price.Parse("1001"), Price.Parse("1000"), 1, 1));
        Assert.Equal(2, context.Cancelled.Count);
        Assert.True(context.OpenOrders(First).IsEmpty);
    }

    [Fact]
    public void After_a_rejection_it_pauses_for_a_second()
    {
        var (strategy, context) = Warm(new QuotingMarketMaker { Quantity = 1 });
        context.RemoveFirst(First);
        var second = (context.Now - Start).TotalSeconds;
        strategy.OnOrderUpdate(context, new(new(1), First, OrdStatus.Rejected, Quantity.Zero, Quantity.Zero, null));
        context.Tick(strategy, QuoteAt(second + 0.9, 1000));
        Assert.Equal(2, context.Placed.Count);
        context.Tick(strategy, QuoteAt(second + 1.1, 1000));
        Assert.Equal(3, context.Placed.Count);
    }

    [Fact]
    public void In_the_middle_of_a_book_message_it_does_nothing()
    {
        var strategy = new QuotingMarketMaker { Quantity = 1 };
        var context = new RecordingContext(RecordingContext.OneInstrument());
        strategy.OnStart(context);
        for (var i = 0; i < 100; i++)
        {
            context.See(QuoteAt(i, 1000 + (i % 2)));
            strategy.OnTick(context, BookChangeAt(i, MarketEventFlags.None));
        }

        Assert.Empty(context.Placed);
        for (var i = 100; i < 200; i++)
        {
            context.See(QuoteAt(i, 1000 + (i % 2)));
            strategy.OnTick(context, BookChangeAt(i, MarketEventFlags.EndOfMessage));
        }

        Assert.NotEmpty(context.Placed);
    }

    [Fact]
    public void On_any_walk_quotes_never_cross_the_market_or_each_other_and_inventory_stays_within_its_limit() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(60), Prop.ForAll(
            Gen.Choose(1, int.MaxValue).ToArbitrary(),
            Gen.Choose(1, 400).ToArbitrary(),
            Gen.Choose(0, 200).ToArbitrary(),
            (seed, moveTenthBps, requoteTenthBps) =>
            {
                Walks((ulong)seed, moveTenthBps / 10.0, requoteTenthBps / 10.0, AssetClass.CryptoPerpetual);
                Walks((ulong)seed, moveTenthBps / 10.0, requoteTenthBps / 10.0, AssetClass.Crypto);
            }));

    private static void Walks(ulong seed, double moveBps, double requoteBps, AssetClass kind)
    {
        var random = new SeededRandom(seed);
        var strategy = new QuotingMarketMaker { Quantity = 1, MaxInventory = 2.5, RequoteBps = requoteBps };
        var context = new RecordingContext(RecordingContext.OneInstrument(kind: kind));
        strategy.OnStart(context);
        var mid = 1000.0;
        for (var i = 0; i < 400; i++)
        {
            mid *= 1 + (moveBps / 10_000 * random.NextNormal());
            var quote = QuoteAt(i, mid);
            var replaced = context.Replaced.Count;
            var placed = context.Placed.Count;
            context.Tick(strategy, quote);
            Assert.All(context.Placed.Skip(placed).Concat(context.Replaced.Skip(replaced).Select(o => o.Terms)), o => RequirePassive(o, quote.AsQuote()));
            RequireOwnQuotesApart(context);
            FillSome(context, random);
            Assert.InRange(context.Position(First).ToDouble(), kind == AssetClass.Crypto ? 0 : -2.5, 2.5);
        }
    }

    private static void RequirePassive(OrderRequest order, Quote quote) =>
        Assert.True(order.Side == Side.Buy ? order.LimitPrice < quote.Ask : order.LimitPrice > quote.Bid, $"{order} against {quote}");

    private static void RequireOwnQuotesApart(RecordingContext context)
    {
        if (Open(context, Side.Buy) is { } bid && Open(context, Side.Sell) is { } ask)
        {
            Assert.True(bid.Terms.LimitPrice < ask.Terms.LimitPrice);
        }
    }

    private static void FillSome(RecordingContext context, SeededRandom random)
    {
        foreach (var side in new[] { Side.Buy, Side.Sell })
        {
            if (random.NextBelow(3) == 0 && Open(context, side) is { } order)
            {
                var part = Quantity.FromDouble(order.LeavesQty.ToDouble() / (1 + random.NextBelow(2)));
                context.FillOrder(First, order.Id, part, order.Terms.LimitPrice!.Value);
            }
        }
    }

    private static (QuotingMarketMaker Strategy, RecordingContext Context) Warm(QuotingMarketMaker strategy, Position position = default, AssetClass kind = AssetClass.CryptoPerpetual)
    {
        var context = new RecordingContext(RecordingContext.OneInstrument(kind: kind));
        context.SetPosition(First, position);
        strategy.OnStart(context);
        for (var i = 0; context.Placed.Count == 0; i++)
        {
            Assert.True(i < 40);
            context.Tick(strategy, QuoteAt(i, i % 2 == 0 ? 1000 : 1000.1));
        }

        return (strategy, context);
    }

    private static MarketEvent QuoteAt(double second, double mid)
    {
        var time = Start + Duration.FromMillis((long)(second * 1000));
        var middle = Price.FromDouble(Math.Round(mid, 2));
        return MarketEvent.OfQuote(First, time, time, middle - HalfSpread, middle + HalfSpread, 1, 1);
    }

    private static MarketEvent BookChangeAt(double second, MarketEventFlags flags) =>
        MarketEvent.OfBookChange(First, Start + Duration.FromMillis((long)(second * 1000)), Start, Side.Buy, Price.Parse("999"), 1, 1, flags);

    private static OpenOrder? Open(RecordingContext context, Side side)
    {
        foreach (ref readonly var order in context.OpenOrders(First))
        {
            if (order.Terms.Side == side)
            {
                return order;
            }
        }

        return null;
    }
}
