namespace Slipstream.Simulation;

/// <summary>Nothing is charged.</summary>
public sealed record NoFee : FeeModel
{
    /// <inheritdoc/>
    public override Money Charge(Instrument instrument, Side side, Quantity quantity, Price price, Liquidity liquidity, bool isFirst) => Money.Zero(instrument.Quote);
}
