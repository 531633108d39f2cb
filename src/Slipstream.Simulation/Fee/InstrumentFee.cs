namespace Slipstream.Simulation;

/// <summary>The instrument's own schedule: maker and taker rates of notional, a commission per unit, and gas once an order.</summary>
/// <param name="Currency">Currency of spot buys' fees.</param>
public sealed record InstrumentFee(FeeCurrency Currency = FeeCurrency.Quote) : FeeModel
{
    /// <inheritdoc/>
    public override Money Charge(Instrument instrument, Side side, Quantity quantity, Price price, Liquidity liquidity, bool isFirst)
    {
        var schedule = instrument.Fees;
        if (ReferenceEquals(schedule, FeeSchedule.Free))
        {
            return Money.Zero(instrument.Quote);
        }

        var fee = instrument.Notional(price, quantity) * (liquidity == Liquidity.Maker ? schedule.Maker : schedule.Taker);
        if (schedule.PerUnit.Raw != 0)
        {
            fee += Money.FromRaw(Grid.Multiply(schedule.PerUnit.Raw, quantity.Raw), instrument.Quote);
        }

        if (isFirst && schedule.Gas.Raw != 0)
        {
            fee += Money.FromRaw(schedule.Gas.Raw, instrument.Quote);
        }

        return Currency.Convert(fee, instrument, side, price);
    }

    /// <inheritdoc/>
    public override Money? ChargeUnfilled(Instrument instrument) =>
        instrument.Fees.Gas.Raw == 0 ? null : Money.FromRaw(instrument.Fees.Gas.Raw, instrument.Quote);
}
