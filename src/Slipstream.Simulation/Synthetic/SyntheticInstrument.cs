namespace Slipstream.Simulation;

internal static class SyntheticInstrument
{
    // AAA/USD, or AAA alone against USD.
    public static Instrument Of(string symbol)
    {
        var parts = symbol.Split('/');
        return new()
        {
            Symbol = symbol,
            AssetClass = AssetClass.Crypto,
            Base = Currency.Of(parts[0]),
            Quote = parts.Length > 1 ? Currency.Of(parts[1]) : Currency.Usd,
            TickSize = PriceMove.Parse("0.01"),
            LotSize = Quantity.Parse("0.001"),
            Fees = FeeSchedule.OfBps(maker: 0, taker: 5),
        };
    }
}
