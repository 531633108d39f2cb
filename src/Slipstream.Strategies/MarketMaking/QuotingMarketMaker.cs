using Slipstream.Domain;

namespace Slipstream.Strategies.MarketMaking;

/// <summary>Quotes both sides around a price that leans against its inventory, post-only, and moves its quotes only when they are off by enough.</summary>
/// <remarks>
/// Source: Avellaneda and Stoikov (2008), see <see cref="QuotePrices"/>. All its prices are in basis points of the middle and its
/// inventory in multiples of a quote, so that one set of parameters fits instruments of any price. Of a spot coin it offers no
/// more than it holds.
/// </remarks>
public sealed class QuotingMarketMaker : Strategy
{
    private static readonly Duration PauseAfterRefusal = Duration.FromSeconds(1);
    private Book[] _books = [];

    /// <summary>Units of each quote; 0 sizes by <see cref="Fraction"/>.</summary>
    [Parameter("Units of each quote; 0 sizes by fraction", Min = 0, Max = 1e9)]
    public double Quantity { get; set; }

    /// <summary>Part of the equity at the start that one quote of each instrument is worth together.</summary>
    [Parameter("Part of the equity at the start that one quote of each instrument is worth together, where quantity is 0", Min = 0, Max = 1)]
    public double Fraction { get; set; } = 0.02;

    /// <summary>Largest position, as a multiple of a quote.</summary>
    [Parameter("Largest position, long or short (spot coins: long only), as a multiple of a quote", Min = 1, Max = 10_000)]
    public double MaxInventory { get; set; } = 5;

    /// <summary>γ of the model.</summary>
    [Parameter("Risk aversion, per basis point and quote: larger quotes wider and leans harder against inventory", Min = 1e-6, Max = 100)]
    public double RiskAversion { get; set; } = 0.02;

    /// <summary>k of the model.</summary>
    [Parameter("How fast fills get rarer with distance from the middle, per basis point: larger quotes tighter", Min = 1e-6, Max = 100)]
    public double FillDecay { get; set; } = 0.5;

    /// <summary>τ of the model.</summary>
    [Parameter("Seconds ahead over which inventory is at risk", Min = 0.001, Max = 86_400)]
    public double HorizonSeconds { get; set; } = 60;

    /// <summary>Span of the volatility.</summary>
    [Parameter("Span in seconds of the exponentially weighted volatility", Min = 2, Max = 1_000_000)]
    public double VolSpanSeconds { get; set; } = 300;

    /// <summary>Least distance of a quote from the reservation price.</summary>
    [Parameter("Least distance of a quote from the reservation price, in basis points; cover the maker fee", Min = 0, Max = 10_000)]
    public double MinHalfSpreadBps { get; set; } = 1;

    /// <summary>How far a quote may be off before it is moved.</summary>
    [Parameter("How far a quote may be off before it is moved, in basis points", Min = 0, Max = 10_000)]
    public double RequoteBps { get; set; } = 0.5;

    /// <inheritdoc/>
    public override StrategyMetadata Metadata =>
        new("market-maker", "market-making", "Quotes both sides around a price that leans against its inventory.", ExecutionStyle.Maker)
        {
            Needs = [MarketEventKind.Quote, MarketEventKind.BookChange],
            WarmUp = 31,
        };

    /// <inheritdoc/>
    public override void OnStart(StrategyContext context) =>
        _books = [.. Enumerable.Range(0, context.Universe.Count).Select(_ => new Book(new MidVolatility(VolSpanSeconds)))];

    /// <inheritdoc/>
    public override void OnTick(StrategyContext context, in MarketEvent tick)
    {
        // In the middle of a message the book is not whole.
        var isWhole = tick.Kind == MarketEventKind.Quote
            || (tick.Kind == MarketEventKind.BookChange && (tick.Flags & MarketEventFlags.EndOfMessage) != 0);
        if (!isWhole)
        {
            return;
        }

        if (context.Market(tick.Instrument) is { Bid: { Raw: > 0 } bid, Ask: { } ask } && bid < ask)
        {
            Quote(context, tick.Instrument, bid, ask);
        }
        else
        {
            CancelAll(context, tick.Instrument, "no two-sided market");
        }
    }

    /// <inheritdoc/>
    public override void OnOrderUpdate(StrategyContext context, in OrderUpdate update)
    {
        if (update.Status == OrdStatus.Rejected || update.Reason is not null)
        {
            _books[update.Instrument.Index].PausedUntil = context.Now + PauseAfterRefusal;
        }
    }

    private void Quote(StrategyContext context, InstrumentId instrument, Price bid, Price ask)
    {
        var book = _books[instrument.Index];
        var mid = (bid.ToDouble() + ask.ToDouble()) / 2;
        book.Mid.Update(context.Now, mid);
        if (book.Size.IsZero)
        {
            book.Size = SizeOf(context, instrument, mid);
        }

        var variance = book.Mid.Variance * HorizonSeconds;
        if (double.IsNaN(variance) || book.Size.IsZero || context.Now < book.PausedUntil)
        {
            return;
        }

        var inventory = (double)context.Position(instrument).Raw / book.Size.Raw;
        var model = QuotePrices.Of(inventory, RiskAversion, variance, FillDecay);
        var reservation = mid * (1 + (model.ReservationBps / 10_000));
        var half = mid * Math.Max(model.HalfSpreadBps, MinHalfSpreadBps) / 10_000;

        // A post-only order may at best stand a tick inside the other side.
        var terms = context.Universe[instrument];
        var bestBid = terms.RoundPassive(ask - PriceMove.FromRaw(1), Side.Buy);
        var bestAsk = terms.RoundPassive(bid + PriceMove.FromRaw(1), Side.Sell);
        var wantedBid = Price.Min(bestBid, terms.RoundPassive(Price.FromDouble(reservation - half), Side.Buy));
        var wantedAsk = Price.Max(bestAsk, terms.RoundPassive(Price.FromDouble(reservation + half), Side.Sell));

        // Two quotes that are each off by half of the half spread still don't meet.
        var tolerance = (long)(Math.Min(RequoteBps / 10_000 * mid, half / 2) * Grid.UnitsPerOne);
        Keep(context, instrument, Side.Buy, wantedBid, Room(context, instrument, Side.Buy, book.Size), tolerance);
        Keep(context, instrument, Side.Sell, wantedAsk, Room(context, instrument, Side.Sell, book.Size), tolerance);
    }

    private Quantity SizeOf(StrategyContext context, InstrumentId instrument, double mid) => Quantity > 0
        ? context.Universe[instrument].FloorToLot(Domain.Quantity.FromDouble(Quantity))
        : EquityShare.Units(context, instrument, Fraction, mid);

    // What may be filled on a side without the position passing its limit; spot coins are not sold short.
    private Quantity Room(StrategyContext context, InstrumentId instrument, Side side, Quantity size)
    {
        var most = (long)(MaxInventory * size.Raw);
        var held = context.Position(instrument).Raw;
        var terms = context.Universe[instrument];
        var room = side == Side.Sell && terms.AssetClass == AssetClass.Crypto ? held : most - (side.Sign() * held);
        return terms.FloorToLot(Domain.Quantity.FromRaw(Math.Clamp(room, 0, size.Raw)));
    }

    private static void Keep(StrategyContext context, InstrumentId instrument, Side side, Price price, Quantity room, long tolerance)
    {
        foreach (ref readonly var order in context.OpenOrders(instrument))
        {
            if (order.Terms.Side == side)
            {
                Adjust(context, order, price, room, tolerance);
                return;
            }
        }

        // A rest of coins too small for the venue would be refused, and the refusal would pause both sides.
        var terms = context.Universe[instrument];
        if (!room.IsZero && price.Raw > 0 && terms.Notional(price, room).Raw >= terms.MinNotional.Raw)
        {
            context.Place(OrderRequest.Limit(instrument, side, room, price) with { PostOnly = true, Rationale = "quote" });
        }
    }

    private static void Adjust(StrategyContext context, in OpenOrder order, Price price, Quantity room, long tolerance)
    {
        if (order.Status is not (OrdStatus.New or OrdStatus.PartiallyFilled))
        {
            return;
        }

        if (room.IsZero || price.Raw <= 0)
        {
            context.Cancel(order.Id, "inventory limit");
            return;
        }

        var off = Math.Abs((order.Terms.LimitPrice ?? price).Raw - price.Raw);
        if (off > tolerance || order.LeavesQty > room)
        {
            // A replace names the whole quantity, what has been filled included.
            var filled = order.Terms.Quantity - order.LeavesQty;
            context.Replace(order.Id, filled + room, price, "requote");
        }
    }

    private static void CancelAll(StrategyContext context, InstrumentId instrument, string why)
    {
        // A cancel may change the open orders: their numbers are taken before.
        Span<OrderId> ids = stackalloc OrderId[2];
        var count = 0;
        foreach (ref readonly var order in context.OpenOrders(instrument))
        {
            if (count < ids.Length && order.Status is OrdStatus.New or OrdStatus.PartiallyFilled)
            {
                ids[count++] = order.Id;
            }
        }

        foreach (var id in ids[..count])
        {
            context.Cancel(id, why);
        }
    }

    private sealed class Book(MidVolatility mid)
    {
        public MidVolatility Mid { get; } = mid;

        public Quantity Size { get; set; }

        public Instant PausedUntil { get; set; } = Instant.FromUnixNanos(long.MinValue);
    }
}
