namespace Slipstream.Simulation;

internal static class FeeCurrencyRules
{
    // The fee's worth at the fill's price: a venue that charges the base currency takes the rate times the quantity bought.
    public static Money Convert(this FeeCurrency currency, Money fee, Instrument instrument, Side side, Price price) =>
        currency == FeeCurrency.Base && side == Side.Buy && instrument.AssetClass == AssetClass.Crypto && price.Raw > 0
            ? Money.FromRaw(Grid.DivideHalfEven(fee.Raw * Grid.UnitsPerOne, price.Raw), instrument.Base)
            : fee;
}
