namespace Slipstream.Simulation;

/// <summary>The same amount an order, charged with its first fill.</summary>
/// <param name="Amount">Quote currency.</param>
public sealed record FixedFee(Price Amount) : FeeModel
{
    /// <inheritdoc/>
    public override Money Charge(Instrument instrument, Side side, Quantity quantity, Price price, Liquidity liquidity, bool isFirst) =>
        Money.FromRaw(isFirst ? Amount.Raw : 0, instrument.Quote);
}
