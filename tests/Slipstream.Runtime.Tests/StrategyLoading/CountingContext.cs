using Slipstream.Domain;

namespace Slipstream.Runtime.Tests.StrategyLoading;

/// <summary>The least context that runs a strategy on one instrument: each order fills at once at the last price, for nothing.</summary>
internal sealed class CountingContext : StrategyContext
{
    private Instant _now;
    private MarketView _market;
    private Position _position;

    public int Orders { get; private set; }

    public override Instant Now => _now;

    public override Mode Mode => Mode.Backtest;

    public override Universe Universe { get; } = new([new Instrument
    {
        Symbol = "BTC/USD",
        AssetClass = AssetClass.Crypto,
        Base = Currency.Of("BTC"),
        Quote = Currency.Usd,
    }]);

    public override SeededRandom Random { get; } = new(1);

    public override double Equity => 100_000;

    /// <summary>Runs a strategy over a wave of daily closes.</summary>
    /// <returns>How many orders it gave.</returns>
    public static int OrdersOn(Strategy strategy, int bars = 600)
    {
        var context = new CountingContext();
        strategy.OnStart(context);
        for (var i = 0; i < bars; i++)
        {
            var close = Price.FromDouble(100 + (20 * Math.Sin(i / 15.0)));
            var bar = MarketEvent.OfBar(new(0), Instant.FromUtc(2020, 1, 1) + Duration.FromDays(i), 86_400, close, close, close, close, 1);
            context._now = bar.Time;
            context._market = new(bar.Time, close, null, null, 0, 0);
            strategy.OnTick(context, bar);
        }

        strategy.OnStop(context);
        return context.Orders;
    }

    public override MarketView Market(InstrumentId instrument) => _market;

    public override Position Position(InstrumentId instrument) => _position;

    public override Position Working(InstrumentId instrument) => Domain.Position.Flat;

    public override Price? AverageEntryPrice(InstrumentId instrument) => null;

    public override Money Cash(Currency currency) => Money.FromDouble(Equity, currency);

    public override ReadOnlySpan<OpenOrder> OpenOrders(InstrumentId instrument) => [];

    public override IntentId Place(in OrderRequest request)
    {
        _position = _position.After(request.Side, request.Quantity);
        return new(++Orders);
    }

    public override IntentId Cancel(OrderId order, string? rationale = null) => default;

    public override IntentId Replace(OrderId order, Quantity quantity, Price? limitPrice, string? rationale = null) => default;

    public override void SetTimer(Instant at, int tag)
    {
    }

    public override void Decide(string rationale, params ReadOnlySpan<string> tags)
    {
    }
}
