using Slipstream.Domain;

namespace Slipstream.Strategies;

/// <summary>Units that a part of the account's equity buys.</summary>
internal static class EquityShare
{
    /// <summary>Returns the whole lots that an equal share of a fraction of the equity is worth; zero where it is less than one.</summary>
    /// <param name="context">Equity and universe; the equity is taken to be in the instrument's quote currency.</param>
    /// <param name="instrument">Of which instrument.</param>
    /// <param name="fraction">Part of the equity that all instruments share.</param>
    /// <param name="price">Price of a unit, quote currency.</param>
    public static Quantity Units(StrategyContext context, InstrumentId instrument, double fraction, double price)
    {
        var terms = context.Universe[instrument];
        var capital = fraction * context.Equity / context.Universe.Count;
        var perUnit = price * terms.ContractMultiplier.ToDouble();
        return capital > 0 && perUnit > 0 ? terms.FloorToLot(Quantity.FromDouble(capital / perUnit)) : Quantity.Zero;
    }
}
