namespace Slipstream.Simulation;

// Trades own orders against the sizes that a book displays.
internal sealed class DisplayedSize(Executions executions)
{
    // Takes what the other side displays, best level first, as far as the order's price allows.
    public void Take(SimOrder order, long? notBetterThan = null)
    {
        var market = order.Market;
        var levels = market.SideOf(order.Side.Opposite());
        if (levels.BestPrice is not { } best || (order.TimeInForce == TimeInForce.Fok && !CanFillWhole(order, levels)))
        {
            return;
        }

        var half = Grid.ToDouble(market.QuotedSpread) / 2;
        for (var rank = 0; rank < levels.Count && order.IsOpen; rank++)
        {
            var price = Worse(levels.PriceAt(rank), notBetterThan, order.Side);
            if (!order.Accepts(price))
            {
                break;
            }

            var quantity = Math.Min(order.Fillable, Matcher.Lots(levels.AvailableAt(rank), market.Instrument));
            if (quantity == 0)
            {
                executions.CancelIfNothingToReduce(order);
                continue;
            }

            levels.Take(rank, Grid.ToDouble(quantity));
            executions.Fill(order, new(quantity, price, Liquidity.Taker)
            {
                Low = price,
                High = price,
                HalfSpreadPaid = half,
                Walked = Math.Abs(Grid.ToDouble(price - best)),
                IsQuote = true,
            });
        }
    }

    // The other side has come to a resting order's price: it makes, at its own price.
    public void FillCrossed(SimOrder order)
    {
        var market = order.Market;
        var levels = market.SideOf(order.Side.Opposite());
        var limit = order.Limit!.Value;
        for (var rank = 0; rank < levels.Count && order.IsOpen && order.Accepts(levels.PriceAt(rank)); rank++)
        {
            var quantity = Math.Min(order.Fillable, Matcher.Lots(levels.AvailableAt(rank), market.Instrument));
            if (quantity > 0)
            {
                levels.Take(rank, Grid.ToDouble(quantity));
                executions.Fill(order, new(quantity, limit, Liquidity.Maker) { Low = limit, High = limit });
            }
            else
            {
                executions.CancelIfNothingToReduce(order);
            }
        }
    }

    private static bool CanFillWhole(SimOrder order, BookSide levels)
    {
        long available = 0;
        for (var rank = 0; rank < levels.Count && available < order.Fillable && order.Accepts(levels.PriceAt(rank)); rank++)
        {
            available += Math.Min(order.Fillable - available, Matcher.Lots(levels.AvailableAt(rank), order.Market.Instrument));
        }

        return available >= order.Fillable;
    }

    private static long Worse(long price, long? other, Side side) =>
        other is { } bound ? (side == Side.Buy ? Math.Max(price, bound) : Math.Min(price, bound)) : price;
}
