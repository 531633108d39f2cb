namespace Slipstream.Domain;

/// <summary>What a venue charges for a trade.</summary>
/// <param name="Maker">Fraction of notional when the order rested; negative is a rebate.</param>
/// <param name="Taker">Fraction of notional when the order was marketable.</param>
/// <param name="PerUnit">Quote currency per base unit or contract; commissions of shares and futures.</param>
/// <param name="Gas">Quote currency per order sent to a chain; zero elsewhere.</param>
public sealed record FeeSchedule(Rate Maker, Rate Taker, Price PerUnit, Price Gas)
{
    /// <summary>No fees.</summary>
    public static FeeSchedule Free { get; } = new(Rate.Zero, Rate.Zero, default, default);

    /// <summary>Returns a schedule of two rates in basis points.</summary>
    public static FeeSchedule OfBps(double maker, double taker) => Free with { Maker = Rate.FromBps(maker), Taker = Rate.FromBps(taker) };
}
