namespace Slipstream.Simulation;

// The place of resting orders in the queue of their price level.
internal static class QueuePlace
{
    // A level was told anew. Trades since it was last told have already moved the queue; the rest of a decrease are cancels.
    // Source of the proportional rule: hftbacktest's IdentityProbQueueModel, after Rigtorp (2013), "Estimating order queue position".
    public static void Shrink(SimOrder order, QueueModel model, double before, double now)
    {
        if (model == QueueModel.Proportional && double.IsFinite(order.Ahead) && double.IsFinite(before))
        {
            var left = before - order.TradedAtLevel;
            var cancelled = left - now;
            if (cancelled > 0 && left > 0)
            {
                order.Ahead -= cancelled * Math.Min(1, order.Ahead / left);
            }
        }

        order.TradedAtLevel = 0;
        order.Ahead = Math.Max(0, Math.Min(order.Ahead, now));
    }

    // A trade took from one side: own orders at better prices come first, best price first, then those at its price behind what was ahead.
    public static void Trade(Executions executions, InstrumentMarket market, Side side, long price, double size)
    {
        var budget = size;
        var atLevel = double.NaN;
        while (FindNext(market, side, price, executions.EventNumber) is { } order)
        {
            order.VisitedIn = executions.EventNumber;
            var limit = order.Limit!.Value;
            var reachable = budget;
            if (limit == price)
            {
                // Own orders further ahead have had their part; the recorded level shrinks by all that came to it.
                atLevel = double.IsNaN(atLevel) ? budget : atLevel;
                reachable = budget - order.Ahead;
                order.Ahead = Math.Max(0, order.Ahead - budget);
                order.TradedAtLevel += atLevel;
            }

            var coming = Matcher.Lots(reachable, market.Instrument);
            var quantity = Math.Min(order.Fillable, coming);
            if (quantity > 0)
            {
                budget -= Grid.ToDouble(quantity);
                executions.Fill(order, new(quantity, limit, Liquidity.Maker) { Low = limit, High = limit });
            }
            else if (coming > 0)
            {
                executions.CancelIfNothingToReduce(order);
            }
        }
    }

    // The resting order with the best price that the trade reaches and that was not yet dealt with; the oldest of equals.
    private static SimOrder? FindNext(InstrumentMarket market, Side side, long price, long eventNumber)
    {
        SimOrder? found = null;
        foreach (var order in market.Orders)
        {
            if (order.Phase != OrderPhase.Limit || order.Side != side || order.VisitedIn == eventNumber || order.BlockedIn == eventNumber
                || !order.Accepts(price))
            {
                continue;
            }

            if (found is null || (side == Side.Buy ? order.Limit > found.Limit : order.Limit < found.Limit))
            {
                found = order;
            }
        }

        return found;
    }
}
