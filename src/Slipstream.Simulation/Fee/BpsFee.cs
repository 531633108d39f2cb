namespace Slipstream.Simulation;

/// <summary>A fraction of notional, the same for all instruments.</summary>
/// <param name="MakerBps">Basis points of notional when the order rested; negative is a rebate.</param>
/// <param name="TakerBps">Basis points of notional when the order was marketable.</param>
/// <param name="Currency">Currency of spot buys' fees.</param>
public sealed record BpsFee(double MakerBps, double TakerBps, FeeCurrency Currency = FeeCurrency.Quote) : FeeModel
{
    private readonly Rate _maker = Rate.FromBps(MakerBps);
    private readonly Rate _taker = Rate.FromBps(TakerBps);

    /// <inheritdoc/>
    public override Money Charge(Instrument instrument, Side side, Quantity quantity, Price price, Liquidity liquidity, bool isFirst)
    {
        var fee = instrument.Notional(price, quantity) * (liquidity == Liquidity.Maker ? _maker : _taker);
        return Currency.Convert(fee, instrument, side, price);
    }
}
