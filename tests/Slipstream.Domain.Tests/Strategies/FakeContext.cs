namespace Slipstream.Domain.Tests.Strategies;

/// <summary>A context that remembers what a strategy asked for and fills nothing.</summary>
internal sealed class FakeContext(params Instrument[] instruments) : StrategyContext
{
    public List<OrderRequest> Placed { get; } = [];

    public Queue<(Instant At, int Tag)> Timers { get; } = new();

    public Dictionary<InstrumentId, Position> Positions { get; } = [];

    public Dictionary<InstrumentId, Position> InFlight { get; } = [];

    public Instant Clock { get; set; }

    public override Instant Now => Clock;

    public override Mode Mode => Mode.Backtest;

    public override Universe Universe { get; } = new(instruments);

    public override SeededRandom Random { get; } = new(1);

    public override double Equity => 1000;

    public static Instrument Share(string symbol, string lot = "1") => new()
    {
        Symbol = symbol,
        AssetClass = AssetClass.Equity,
        Base = Currency.Of("X"),
        Quote = Currency.Usd,
        LotSize = Quantity.Parse(lot),
    };

    public override MarketView Market(InstrumentId instrument) => default;

    public override Position Position(InstrumentId instrument) => Positions.GetValueOrDefault(instrument);

    public override Position Working(InstrumentId instrument) => InFlight.GetValueOrDefault(instrument);

    public override Price? AverageEntryPrice(InstrumentId instrument) => null;

    public override Money Cash(Currency currency) => Money.Zero(currency);

    public override ReadOnlySpan<OpenOrder> OpenOrders(InstrumentId instrument) => [];

    public override IntentId Place(in OrderRequest request)
    {
        Placed.Add(request);
        return new(Placed.Count);
    }

    public override IntentId Cancel(OrderId order, string? rationale = null) => throw new NotSupportedException();

    public override IntentId Replace(OrderId order, Quantity quantity, Price? limitPrice, string? rationale = null) => throw new NotSupportedException();

    public override void SetTimer(Instant at, int tag) => Timers.Enqueue((at, tag));

    public override void Decide(string rationale, params ReadOnlySpan<string> tags)
    {
    }

    /// <summary>What was placed since the last look, as signed units by symbol.</summary>
    public string[] Take()
    {
        var orders = Placed.Select(o => $"{Universe[o.Instrument].Symbol} {o.Side.Sign() * o.Quantity.ToDouble():0.###}").ToArray();
        Placed.Clear();
        return orders;
    }
}
