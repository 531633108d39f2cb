namespace Slipstream.Simulation.Tests;

/// <summary>A trader at a simulated venue with one instrument: places orders, shows events, keeps the reports.</summary>
internal sealed class Desk
{
    public static readonly InstrumentId Id = new(0);
    public static readonly Instant Start = Instant.FromUtc(2024, 1, 2);

    private static readonly ExecutionModel s_free = new(new BarFill(), new NoLatency(), new NoFee(), new NoSpread(), new NoImpact());
    private long _orders;

    public Desk(ExecutionModel model, Instrument? instrument = null, ulong seed = 1) =>
        Venue = new(new Universe([instrument ?? Coin]), model, new SeededRandom(seed));

    public Desk(FillModel fill, Instrument? instrument = null)
        : this(s_free with { Fill = fill }, instrument)
    {
    }

    public static Instrument Coin { get; } = new()
    {
        Symbol = "BTC/USD",
        AssetClass = AssetClass.Crypto,
        Base = Currency.Of("BTC"),
        Quote = Currency.Usd,
        TickSize = PriceMove.Parse("0.01"),
        LotSize = Quantity.Parse("0.1"),
    };

    public static ExecutionModel Free => s_free;

    public SimulatedVenue Venue { get; }

    public Instant Now { get; private set; } = Start;

    /// <summary>All reports so far.</summary>
    public List<ExecutionReport> Reports { get; } = [];

    public IEnumerable<ExecutionReport> Trades => Reports.Where(r => r.Type == ExecType.Trade);

    /// <summary>Fills as text: order, quantity, price.</summary>
    public string Fills => string.Join("; ", Trades.Select(r => $"{r.Order}: {r.LastQty} @ {r.LastPx}"));

    /// <summary>What was reported of an order, in order.</summary>
    public IEnumerable<ExecType> Of(OrderId order) => Reports.Where(r => r.Order == order).Select(r => r.Type);

    public static Price P(double price) => Price.FromDouble(price);

    public static Quantity Q(double quantity) => Quantity.FromDouble(quantity);

    public OrderId Place(OrderRequest terms, OrderId? family = null, double? decision = null)
    {
        var id = new OrderId(++_orders);
        Send(id, terms, family, decision);
        return id;
    }

    public void Send(OrderId id, OrderRequest terms, OrderId? family = null, double? decision = null)
    {
        var order = new Order
        {
            Id = id,
            Time = Now,
            Venue = Domain.Venue.Simulated,
            Terms = terms,
            Status = OrdStatus.PendingNew,
            Intent = new(id.Value),
            Correlation = family ?? id,
            DecisionPrice = decision is { } price ? P(price) : null,
        };
        Venue.Place(order, Now);
        Drain();
    }

    public OrderId Market(Side side, double quantity) => Place(OrderRequest.Market(Id, side, Q(quantity)));

    public OrderId Limit(Side side, double quantity, double limit, TimeInForce tif = TimeInForce.Gtc) =>
        Place(OrderRequest.Limit(Id, side, Q(quantity), P(limit)) with { TimeInForce = tif });

    public OrderId Stop(Side side, double quantity, double stop) => Place(OrderRequest.Stop(Id, side, Q(quantity), P(stop)));

    public OrderId Trail(Side side, double quantity, double offset) =>
        Place(OrderRequest.TrailingStop(Id, side, Q(quantity), PriceMove.FromDouble(offset)));

    public void Cancel(OrderId order)
    {
        Venue.Cancel(order, Now);
        Drain();
    }

    public void Replace(OrderId order, double quantity, double? limit = null)
    {
        Venue.Replace(order, Q(quantity), limit is { } price ? P(price) : null, Now);
        Drain();
    }

    /// <summary>Shows the next one-minute bar.</summary>
    public void Bar(double open, double high, double low, double close, double volume = 0)
    {
        var end = Now + Duration.FromSeconds(60);
        Show(MarketEvent.OfBar(Id, end, 60, P(open), P(high), P(low), P(close), volume));
    }

    public void Quote(double bid, double bidSize, double ask, double askSize) =>
        Show(MarketEvent.OfQuote(Id, Next(), Now, P(bid), P(ask), bidSize, askSize));

    public void Trade(double price, double size, Side? aggressor) => Show(MarketEvent.OfTrade(Id, Next(), Now, P(price), size, aggressor, 0));

    public void Level(Side side, double price, double size, MarketEventFlags flags = MarketEventFlags.EndOfMessage) =>
        Show(MarketEvent.OfBookChange(Id, Next(), Now, side, P(price), size, 0, flags));

    public void Show(MarketEvent e)
    {
        Now = e.Time;
        Venue.AdvanceTo(e.Time);
        Drain();
        Venue.OnMarket(e);
        Drain();
    }

    public void Wait(Duration time)
    {
        Now += time;
        Venue.AdvanceTo(Now);
        Drain();
    }

    private Instant Next() => Now + Duration.FromMillis(1000);

    private void Drain()
    {
        while (Venue.TryDequeue(out var report))
        {
            Reports.Add(report);
        }
    }
}
