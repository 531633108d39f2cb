using Slipstream.Domain;

namespace Slipstream.Journal.Tests;

/// <summary>A universe and its market.</summary>
public static class Samples
{
    public static Universe Universe { get; } = new(
    [
        new() { Symbol = "BTC/USD", AssetClass = AssetClass.Crypto, Base = Currency.Of("BTC"), Quote = Currency.Usd },
        new()
        {
            Symbol = "ETHUSDT-PERP", AssetClass = AssetClass.CryptoPerpetual, Base = Currency.Of("ETH"), Quote = Currency.Of("USDT"), Venue = new("binance-usdm"),
            VenueSymbol = "ETHUSDT", TickSize = PriceMove.Parse("0.01"), LotSize = Quantity.Parse("0.001"), MinNotional = Price.Parse("5"), Chain = "ethereum",
            Region = "EU", Sector = "L1", Fees = FeeSchedule.OfBps(-0.5, 4), Margin = new(Rate.Parse("0.1"), Rate.Parse("0.05")),
        },
        new()
        {
            Symbol = "ES", AssetClass = AssetClass.Future, Base = Currency.Of("ES"), Quote = Currency.Usd, ContractMultiplier = Price.Parse("50"),
            Session = SessionHours.UsEquity, Fees = FeeSchedule.Free with { PerUnit = Price.Parse("2.25"), Gas = Price.Parse("0.1") },
        },
    ]);

    public static MarketEvent Event(int i) => MarketEvent.OfBar(
        new((ushort)(i % 3)), Instant.FromUnixSeconds(1_700_000_000 + (60L * i)), 60,
        Price.FromRaw(100 + i), Price.FromRaw(110 + i), Price.FromRaw(90 + i), Price.FromRaw(105 + i), i * 0.5);

    public static MarketEvent[] Events(int count) => [.. Enumerable.Range(0, count).Select(Event)];
}
