using System.Runtime.InteropServices;
using Slipstream.Domain;

namespace Slipstream.Strategies.Tests;

/// <summary>
/// A context driven by hand: it records what a strategy asks for. Market orders fill whole when the test says so; limit
/// orders rest until the test fills them. Money is exact, in raw units of one currency.
/// </summary>
public sealed class RecordingContext : StrategyContext
{
    private readonly MarketView[] _markets;
    private readonly Position[] _positions;
    private readonly List<OpenOrder>[] _open;
    private long _lastOrder;
    private long _lastIntent;
    private Instant _now;

    public RecordingContext(Universe universe, double cash = 1_000_000, int capacity = 0)
    {
        Universe = universe;
        RawCash = Grid.FromDouble(cash);
        _markets = new MarketView[universe.Count];
        _positions = new Position[universe.Count];
        _open = [.. Enumerable.Range(0, universe.Count).Select(_ => new List<OpenOrder>(4))];
        Placed = new(capacity);
    }

    public List<OrderRequest> Placed { get; }

    public List<OrderId> Cancelled { get; } = [];

    public List<OpenOrder> Replaced { get; } = [];

    public List<(Instant At, int Tag)> Timers { get; } = [];

    public List<string> Decisions { get; } = [];

    public Int128 RawCash { get; private set; }

    /// <summary>Cancelled orders stay, as PendingCancel, until the test removes them.</summary>
    public bool CancelsTakeTime { get; init; }

    public Int128 RawFeePerOrder { get; init; }

    public override Instant Now => _now;

    public override Mode Mode => Mode.Backtest;

    public override Universe Universe { get; }

    public override SeededRandom Random { get; } = new(1);

    public override double Equity => Grid.ToDouble(RawEquity);

    public Int128 RawEquity
    {
        get
        {
            var equity = RawCash;
            for (ushort i = 0; i < _positions.Length; i++)
            {
                equity += Universe[new(i)].Value(_markets[i].Last ?? default, _positions[i]).Raw;
            }

            return equity;
        }
    }

    public static Universe OneInstrument(string tick = "0.01", string lot = "0.00000001", AssetClass kind = AssetClass.CryptoPerpetual) => Instruments(1, tick, lot, kind);

    public static Universe Instruments(int count, string tick = "0.01", string lot = "0.00000001", AssetClass kind = AssetClass.CryptoPerpetual) => new(Enumerable.Range(0, count).Select(i => new Instrument
    {
        Symbol = $"C{i}/USD",
        AssetClass = kind,
        Base = Currency.Of($"C{i}"),
        Quote = Currency.Usd,
        TickSize = PriceMove.Parse(tick),
        LotSize = Quantity.Parse(lot),
    }));

    /// <summary>Shows an event to the market view and the strategy.</summary>
    public void Tick(Strategy strategy, in MarketEvent tick)
    {
        See(tick);
        strategy.OnTick(this, tick);
    }

    /// <summary>Shows an event and then fills each market order of its instrument at its last price.</summary>
    public void TickAndFill(Strategy strategy, in MarketEvent tick)
    {
        Tick(strategy, tick);
        var open = _open[tick.Instrument.Index];
        while (open.Count > 0 && open[0].Terms.Type == OrderType.Market)
        {
            FillOrder(tick.Instrument, open[0].Id, open[0].LeavesQty, tick.Last);
        }
    }

    public void See(in MarketEvent tick)
    {
        _now = tick.Time;
        ref var market = ref _markets[tick.Instrument.Index];
        market = tick.Kind == MarketEventKind.Quote
            ? new(tick.Time, tick.Last, tick.AsQuote().Bid, tick.AsQuote().Ask, tick.AsQuote().BidSize, tick.AsQuote().AskSize)
            : market with { Time = tick.Time, Last = tick.Last };
    }

    public void FillOrder(InstrumentId instrument, OrderId id, Quantity quantity, Price price)
    {
        var open = _open[instrument.Index];
        var at = open.FindIndex(o => o.Id == id);
        var order = open[at];
        _positions[instrument.Index] = _positions[instrument.Index].After(order.Terms.Side, quantity);
        RawCash -= (order.Terms.Side.Sign() * Universe[instrument].Notional(price, quantity).Raw) + RawFeePerOrder;
        open.RemoveAt(at);
        if (quantity < order.LeavesQty)
        {
            open.Insert(at, order with { LeavesQty = order.LeavesQty - quantity, Status = OrdStatus.PartiallyFilled });
        }
    }

    public void SetPosition(InstrumentId instrument, Position position) => _positions[instrument.Index] = position;

    public void RemoveFirst(InstrumentId instrument) => _open[instrument.Index].RemoveAt(0);

    public override MarketView Market(InstrumentId instrument) => _markets[instrument.Index];

    public override Position Position(InstrumentId instrument) => _positions[instrument.Index];

    public override Position Working(InstrumentId instrument)
    {
        var working = Domain.Position.Flat;
        foreach (ref readonly var order in OpenOrders(instrument))
        {
            working = working.After(order.Terms.Side, order.LeavesQty);
        }

        return working;
    }

    public override Price? AverageEntryPrice(InstrumentId instrument) => null;

    public override Money Cash(Currency currency) => Money.FromRaw(RawCash, currency);

    public override ReadOnlySpan<OpenOrder> OpenOrders(InstrumentId instrument) => CollectionsMarshal.AsSpan(_open[instrument.Index]);

    public override IntentId Place(in OrderRequest request)
    {
        Placed.Add(request);
        _open[request.Instrument.Index].Add(new(new(++_lastOrder), request, OrdStatus.New, request.Quantity));
        return new(++_lastIntent);
    }

    public override IntentId Cancel(OrderId order, string? rationale = null)
    {
        Cancelled.Add(order);
        foreach (var open in _open)
        {
            var at = open.FindIndex(o => o.Id == order);
            if (at >= 0 && CancelsTakeTime)
            {
                open[at] = open[at] with { Status = OrdStatus.PendingCancel };
            }
            else if (at >= 0)
            {
                open.RemoveAt(at);
            }
        }

        return new(++_lastIntent);
    }

    public override IntentId Replace(OrderId order, Quantity quantity, Price? limitPrice, string? rationale = null)
    {
        foreach (var open in _open)
        {
            var at = open.FindIndex(o => o.Id == order);
            if (at >= 0)
            {
                var filled = open[at].Terms.Quantity - open[at].LeavesQty;
                open[at] = open[at] with { Terms = open[at].Terms with { Quantity = quantity, LimitPrice = limitPrice }, LeavesQty = quantity - filled };
                Replaced.Add(open[at]);
            }
        }

        return new(++_lastIntent);
    }

    public override void SetTimer(Instant at, int tag) => Timers.Add((at, tag));

    public override void Decide(string rationale, params ReadOnlySpan<string> tags) => Decisions.Add(rationale);
}
