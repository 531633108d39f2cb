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

    /// <summary>Average entry price, rounded half to even; null when flat.</summary>
    public Price? AverageEntryPrice => Position.IsFlat ? null : Price.FromRaw(checked((long)AverageRaw()));

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

        if (quantity > closing)
        {
            // The rest of the fill's notional, not the rest's notional: closed and opened part round as the whole did.
            var opened = Instrument.Notional(price, quantity).Raw - Notional(price, closing);
            _cost = checked(_cost + (opened * side.Sign()));
        }
    }

    private void Close(Position before, Side side, Quantity closing, Price price)
    {
        var released = closing == before.Size ? _cost : Share(_cost, closing.Raw, before.Size.Raw);
        var proceeds = Notional(price, closing) * -side.Sign();
        _realised = checked(_realised + proceeds - released);
        _cost = checked(_cost - released);
    }

    private Int128 Notional(Price price, Quantity quantity) => quantity.IsZero ? 0 : Instrument.Notional(price, quantity).Raw;

    private Int128 AverageRaw()
    {
        // The common factor goes first, so that the product stays within 128 bits.
        var multiplier = Instrument.ContractMultiplier.Raw;
        var common = CommonFactor(multiplier, Grid.UnitsPerOne);
        var numerator = checked(_cost * Grid.UnitsPerOne * (Grid.UnitsPerOne / common));
        var denominator = (Int128)Position.Raw * (multiplier / common);
        return denominator > 0 ? Grid.DivideHalfEven(numerator, denominator) : Grid.DivideHalfEven(-numerator, -denominator);
    }

    // cost * part / whole, rounded half to even, without forming the product, which may need more than 128 bits.
    private static Int128 Share(Int128 cost, long part, long whole)
    {
        var (each, rest) = Int128.DivRem(cost, whole);
        var (more, left) = Int128.DivRem(rest * part, whole);
        var share = checked((each * part) + more);
        var twice = Int128.Abs(left) * 2;
        return twice > whole || (twice == whole && Int128.IsOddInteger(share)) ? share + Int128.Sign(cost) : share;
    }

    private static long CommonFactor(long a, long b)
    {
        while (b != 0)
        {
            (a, b) = (b, a % b);
        }

        return a;
    }
}
