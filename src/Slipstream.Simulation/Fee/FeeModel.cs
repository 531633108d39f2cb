namespace Slipstream.Simulation;

/// <summary>What the venue charges.</summary>
public abstract record FeeModel
{
    /// <summary>Returns the fee of a fill; negative is a rebate.</summary>
    /// <param name="instrument">Of which instrument.</param>
    /// <param name="side">Side of the order.</param>
    /// <param name="quantity">Filled now.</param>
    /// <param name="price">At which price.</param>
    /// <param name="liquidity">Maker or taker.</param>
    /// <param name="isFirst">Is it the order's first fill?</param>
    public abstract Money Charge(Instrument instrument, Side side, Quantity quantity, Price price, Liquidity liquidity, bool isFirst);

    /// <summary>Returns what an order costs that ended without a fill; null for nothing.</summary>
    public virtual Money? ChargeUnfilled(Instrument instrument) => null;
}
