using Slipstream.Domain;
using Slipstream.Engine.Accounting;
using Slipstream.Engine.Market;
using Slipstream.Engine.Orders;
using Slipstream.Engine.Timers;

namespace Slipstream.Engine.Strategies;

/// <summary>The strategy's view of the core, and where its intents are collected.</summary>
internal sealed class CoreContext(Universe universe, Mode mode, ulong seed, MarketBoard board, Account account, OrderTable orders, TimerQueue timers) : StrategyContext
{
    private Instant _now;
    private long _lastNumber;

    public YieldBuffer Yields { get; } = new();

    public override Instant Now => _now;

    public override Mode Mode => mode;

    public override Universe Universe => universe;

    public override SeededRandom Random { get; } = new(seed);

    public override double Equity => account.Equity();

    /// <summary>Numbers of intents and orders come from one counter: an order carries the number of its intent.</summary>
    public long LastNumber => _lastNumber;

    public void MoveTo(Instant now) => _now = now;

    public long NextNumber() => ++_lastNumber;

    public override MarketView Market(InstrumentId instrument) => board.View(instrument);

    public override Position Position(InstrumentId instrument) => account.Holding(instrument).Position;

    public override Position Working(InstrumentId instrument)
    {
        var open = orders.Open(instrument);
        return Domain.Position.FromRaw(open.BuyRaw - open.SellRaw);
    }

    public override Price? AverageEntryPrice(InstrumentId instrument) => account.Holding(instrument).AverageEntryPrice;

    public override Money Cash(Currency currency) => account.Cash.Of(currency);

    public override ReadOnlySpan<OpenOrder> OpenOrders(InstrumentId instrument) => orders.Open(instrument).Views;

    public override IntentId Place(in OrderRequest request)
    {
        if (request.Instrument.Index >= universe.Count)
        {
            throw new ArgumentOutOfRangeException(nameof(request), request.Instrument, $"The run has {universe.Count} instruments; there is no instrument {request.Instrument}.");
        }

        return Yield(IntentKind.Place, in request, null, request.Rationale);
    }

    public override IntentId Cancel(OrderId order, string? rationale = null) => Yield(IntentKind.Cancel, RequestOf(order), order, rationale);

    public override IntentId Replace(OrderId order, Quantity quantity, Price? limitPrice, string? rationale = null) =>
        Yield(IntentKind.Replace, RequestOf(order) with { Quantity = quantity, LimitPrice = limitPrice }, order, rationale);

    public override void SetTimer(Instant at, int tag) => timers.Set(at < _now ? _now : at, tag);

    public override void Decide(string rationale, params ReadOnlySpan<string> tags) =>
        Yields.Add(new(null, default, default, null, rationale, tags.IsEmpty ? [] : tags.ToArray()));

    private IntentId Yield(IntentKind kind, in OrderRequest request, OrderId? target, string? rationale)
    {
        var id = new IntentId(NextNumber());
        Yields.Add(new(kind, id, request, target, rationale ?? "", request.RiskTags ?? []));
        return id;
    }

    // A cancel of an order that is no longer known is still an intent; the core refuses it with its reason.
    private OrderRequest RequestOf(OrderId order) => orders.Find(order)?.Terms ?? default;
}
