using Slipstream.Domain;
using Slipstream.Engine.Core;

namespace Slipstream.Engine.Tests.Rig;

/// <summary>Values that tests start from.</summary>
internal static class Some
{
    public static readonly Currency Usd = Currency.Usd;
    public static readonly Currency Eur = Currency.Of("EUR");
    public static readonly Currency Jpy = Currency.Of("JPY");
    public static readonly Currency Btc = Currency.Of("BTC");
    public static readonly Currency Usdt = Currency.Of("USDT");

    public static readonly Instant Morning = Instant.FromUtc(2024, 5, 1, 9);

    public static readonly InstrumentId First = new(0);
    public static readonly InstrumentId Second = new(1);

    public static Instrument BtcUsd { get; } = new() { Symbol = "BTC/USD", AssetClass = AssetClass.Crypto, Base = Btc, Quote = Usd };

    public static Instrument BtcPerp { get; } = new() { Symbol = "BTC-PERP", AssetClass = AssetClass.CryptoPerpetual, Base = Btc, Quote = Usdt };

    public static Instrument EurUsd { get; } = new() { Symbol = "EUR/USD", AssetClass = AssetClass.Fx, Base = Eur, Quote = Usd };

    public static Instrument UsdJpy { get; } = new() { Symbol = "USD/JPY", AssetClass = AssetClass.Fx, Base = Usd, Quote = Jpy };

    public static Instrument Es { get; } = new()
    {
        Symbol = "ES",
        AssetClass = AssetClass.Future,
        Base = Currency.Of("ES"),
        Quote = Usd,
        ContractMultiplier = Px("50"),
        TickSize = PriceMove.Parse("0.25"),
        LotSize = Qty("1"),
        Margin = new(Rate.Parse("0.1"), Rate.Parse("0.05")),
    };

    public static Price Px(string text) => Price.Parse(text);

    public static Quantity Qty(string text) => Quantity.Parse(text);

    public static Money Of(string amount, Currency currency) => Money.Parse(amount, currency);

    public static Universe UniverseOf(params Instrument[] instruments) => new(instruments);

    public static CoreSettings Settings(params Instrument[] instruments) => new()
    {
        Universe = new Universe(instruments),
        Mode = Mode.Backtest,
        AccountCurrency = Usd,
        Cash = [Of("1000000", Usd)],
        FixedRates = new Dictionary<Currency, double> { [Usdt] = 1 },
        Limits = new() { AllowSpotShort = true },
    };

    public static Order Order(long id, in OrderRequest terms) => new()
    {
        Id = new(id),
        Time = Morning,
        Venue = Venue.Simulated,
        Terms = terms,
        Status = OrdStatus.PendingNew,
        Intent = new(id),
        Correlation = new(id),
    };

    public static ExecutionReport Report(ExecType type, long order) => new() { Type = type, Order = new(order), Time = Morning };

    public static ExecutionReport Trade(long order, long fill, Quantity quantity, Price price, Money? fee = null) => Report(ExecType.Trade, order) with
    {
        FillId = new(fill),
        LastQty = quantity,
        LastPx = price,
        Fee = fee,
        Liquidity = Liquidity.Taker,
    };

    public static ExecutionReport Replaced(long order, Quantity quantity, Price? limit = null) => Report(ExecType.Replaced, order) with
    {
        LastQty = quantity,
        LastPx = limit ?? default,
    };

    public static MarketEvent Bar(InstrumentId instrument, Instant end, Price close) =>
        MarketEvent.OfBar(instrument, end, 60, close, close, close, close, 1);

    public static Fill Fill(InstrumentId instrument, Side side, string quantity, string price, Money fee) => new()
    {
        Id = new(1),
        Time = Morning,
        Venue = Venue.Simulated,
        Instrument = instrument,
        Side = side,
        Quantity = Qty(quantity),
        Price = Px(price),
        Fee = fee,
        Order = new(1),
        Intent = new(1),
        Liquidity = Liquidity.Taker,
    };
}
