using System.Runtime.CompilerServices;
using Slipstream.Domain;
using Slipstream.Engine.Accounting;
using Slipstream.Engine.Market;
using Slipstream.Engine.Orders;
using Slipstream.Engine.Timers;

namespace Slipstream.Engine.Strategies;

/// <summary>The strategy's view of the core, and where its intents are collected.</summary>
internal sealed class CoreContext(Universe universe, Mode mode, ulong seed, MarketBoard board, Account account, OrderTable orders, TimerQueue timers, bool recordBareDecisions) : StrategyContext
{
    private Instant _now;
    private long _lastNumber;

    public YieldBuffer Yields { get; } = new();

    /// <summary>Number of the input in hand, from 1.</summary>
    public long Sequence { get; private set; }

    /// <summary>The last number given to an intent or an order; 0 before the first.</summary>
    public long LastNumber => _lastNumber;

    public override Instant Now => _now;

    public override Mode Mode => mode;

    public override Universe Universe => universe;

    public override SeededRandom Random { get; } = new(seed);

    public override double Equity => account.Equity();

    /// <summary>Begins an input. A report may carry a venue time before the last market event; the core's time never goes back.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Enter(Instant time)
    {
        Sequence++;
        if (time > _now)
        {
            _now = time;
        }
    }

    /// <summary>Returns the next number. Intents and orders are numbered by one counter: an order carries the number of its intent.</summary>
    public long NextNumber() => ++_lastNumber;

    /// <summary>Returns the exception to throw when a method of the strategy threw.</summary>
    public StrategyFaultException Fault(string callback, Exception fault) => new(callback, Sequence, _now, fault);

    public override MarketView Market(InstrumentId instrument) => board.View(Known(instrument));

    public override Position Position(InstrumentId instrument) => account.Holding(Known(instrument)).Position;

    public override Position Working(InstrumentId instrument)
    {
        var open = orders.Open(Known(instrument));
        return Domain.Position.FromRaw(open.BuyRaw - open.SellRaw);
    }

    public override Price? AverageEntryPrice(InstrumentId instrument) => account.Holding(Known(instrument)).AverageEntryPrice;

    public override Money Cash(Currency currency) => account.Cash.Of(currency);

    public override ReadOnlySpan<OpenOrder> OpenOrders(InstrumentId instrument) => orders.Open(Known(instrument)).Views;

    public override IntentId Place(in OrderRequest request)
    {
        Known(request.Instrument);
        // Terms made without OrderRequest's methods may leave out what has a default.
        var whole = request with
        {
            TimeInForce = request.TimeInForce == 0 ? TimeInForce.Gtc : request.TimeInForce,
            Urgency = request.Urgency == 0 ? Urgency.Normal : request.Urgency,
        };
        return Yield(IntentKind.Place, in whole, null, request.Rationale);
    }

    public override IntentId Cancel(OrderId order, string? rationale = null) => Yield(IntentKind.Cancel, RequestOf(order), order, rationale);

    public override IntentId Replace(OrderId order, Quantity quantity, Price? limitPrice, string? rationale = null) =>
        Yield(IntentKind.Replace, RequestOf(order) with { Quantity = quantity, LimitPrice = limitPrice }, order, rationale);

    /// <summary>Sets a timer; one in the past is due now, after the market events of this instant.</summary>
    public override void SetTimer(Instant at, int tag) => timers.Set(at < _now ? _now : at, tag);

    public override void Decide(string rationale, params ReadOnlySpan<string> tags)
    {
        if (recordBareDecisions)
        {
            Yields.Add(new(null, default, default, null, rationale, tags.IsEmpty ? [] : tags.ToArray()));
        }
    }

    private IntentId Yield(IntentKind kind, in OrderRequest request, OrderId? target, string? rationale)
    {
        var id = new IntentId(NextNumber());
        Yields.Add(new(kind, id, request, target, rationale ?? "", request.RiskTags ?? []));
        return id;
    }

    // A cancel of an order that is no longer known is still an intent; the core refuses it with its reason.
    private OrderRequest RequestOf(OrderId order) => orders.Find(order)?.Terms ?? default;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private InstrumentId Known(InstrumentId instrument)
    {
        if (instrument.Index >= universe.Count)
        {
            ThrowUnknown(instrument);
        }

        return instrument;
    }

    private void ThrowUnknown(InstrumentId instrument) =>
        throw new ArgumentOutOfRangeException(nameof(instrument), instrument, $"The run has {universe.Count} instruments; there is no instrument {instrument}.");
}
