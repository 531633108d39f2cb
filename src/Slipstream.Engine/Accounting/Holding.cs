using Slipstream.Domain;

namespace Slipstream.Engine.Accounting;

/// <summary>One instrument's position: the running sum of its fills, with average-cost profit and loss. All in the instrument's quote currency.</summary>
/// <remarks>Realised plus unrealised PnL equals the sum of the cash flows plus the value held, to the last unit, because cost leaves the basis exactly as it entered.</remarks>
public sealed class Holding(Instrument instrument)
{
    private Int128 _cost;
    private Int128 _realised;

    /// <summary>What is held.</summary>
    public Instrument Instrument { get; } = instrument;

    /// <summary>The signed quantity.</summary>
    public Position Position { get; private set; }

    /// <summary>What the position cost to build, signed like the position.</summary>
    public Money CostBasis => Money.FromRaw(_cost, Instrument.Quote);

    /// <summary>Profit of closed quantities before fees.</summary>
    public Money RealisedPnl => Money.FromRaw(_realised, Instrument.Quote);

    /// <summary>Average entry price, rounded to the grid; null when flat.</summary>
    public Price? AverageEntryPrice => Position.IsFlat
        ? null
        : Price.FromRaw((long)DivideSigned(_cost * Grid.UnitsPerOne * Grid.UnitsPerOne / Instrument.ContractMultiplier.Raw, Position.Raw));

    /// <summary>Returns the profit of closing at a price, before fees.</summary>
    public Money UnrealisedPnl(Price price) => Instrument.Value(price, Position) - CostBasis;

    /// <summary>Takes a fill into the position.</summary>
    public void Apply(Side side, Quantity quantity, Price price)
    {
        var before = Position;
        Position = before.After(side, quantity);
        var closing = before.IsFlat || before.ClosingSide != side ? Quantity.Zero : Quantity.Min(quantity, before.Size);
        if (!closing.IsZero)
        {
            Close(before, side, closing, price);
        }

        var opening = quantity - closing;
        if (!opening.IsZero)
        {
            _cost = checked(_cost + (Instrument.Notional(price, opening).Raw * side.Sign()));
        }
    }

    private void Close(Position before, Side side, Quantity closing, Price price)
    {
        var released = closing == before.Size ? _cost : DivideSigned(checked(_cost * closing.Raw), before.Size.Raw);
        var proceeds = Instrument.Notional(price, closing).Raw * -side.Sign();
        _realised = checked(_realised + proceeds - released);
        _cost = checked(_cost - released);
    }

    private static Int128 DivideSigned(Int128 numerator, long denominator) => denominator > 0
        ? Grid.DivideHalfEven(numerator, denominator)
        : Grid.DivideHalfEven(-numerator, -(Int128)denominator);
}
