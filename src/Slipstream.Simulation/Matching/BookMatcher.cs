namespace Slipstream.Simulation;

// Fills against quotes and trades (a book of one level) or against an L2 book.
//
// Own orders do not change the recorded book, but what they took of a level stays taken until the level is told anew. A resting order fills
// by trades at worse prices, by trades at its own price beyond what is displayed ahead of it, and by the other side coming to its price.
internal sealed class BookMatcher(Executions executions, QueueModel queueModel, bool readsDepth) : Matcher(executions)
{
    private readonly DisplayedSize _displayed = new(executions);

    public override int Fineness => readsDepth ? 2 : 1;

    public override long ExpiryGraceNanos(InstrumentMarket market) => 0;

    public override long? OppositePrice(InstrumentMarket market, Side side) => market.SideOf(side.Opposite()).BestPrice ?? market.Last;

    public override void OnArrival(SimOrder order)
    {
        var market = order.Market;
        if (order.Phase == OrderPhase.AwaitsTrigger)
        {
            if (TouchOf(market, order.Side) is { } touch)
            {
                FollowAndTrigger(order, touch);
            }

            return;
        }

        _displayed.Take(order);
        Rest(order);
    }

    public override void OnMarket(InstrumentMarket market, in MarketEvent e)
    {
        switch (e.Kind)
        {
            case MarketEventKind.Quote:
                OnQuote(market, e.AsQuote());
                break;
            case MarketEventKind.Trade:
                OnTrade(market, e.AsTrade());
                break;
            case MarketEventKind.BookChange when readsDepth:
                OnBookChange(market, e.AsBookChange());
                break;
            case MarketEventKind.BookChange or MarketEventKind.Bar or MarketEventKind.Funding:
                break;
        }
    }

    private void OnQuote(InstrumentMarket market, in Quote quote)
    {
        market.HasSizes |= quote.BidSize > 0 || quote.AskSize > 0;
        SetBest(market, Side.Buy, quote.Bid.Raw, quote.BidSize);
        SetBest(market, Side.Sell, quote.Ask.Raw, quote.AskSize);
        MatchBook(market);
    }

    private void SetBest(InstrumentMarket market, Side side, long price, double size)
    {
        var levels = market.SideOf(side);
        var shown = market.HasSizes ? size : double.PositiveInfinity;
        var before = levels.BestPrice == price ? levels.DisplayedAt(price) : 0;
        if (readsDepth)
        {
            levels.SetBest(price, shown);
        }
        else
        {
            levels.SetOnly(price, shown);
        }

        foreach (var order in market.Orders)
        {
            if (order.Side != side || order.Phase != OrderPhase.Limit)
            {
                continue;
            }

            if (order.Limit == price)
            {
                QueuePlace.Shrink(order, queueModel, before, shown);
            }
            else if (side == Side.Buy ? order.Limit > price : order.Limit < price)
            {
                // The best level is worse than the order's: nobody else is left at its price.
                order.Ahead = 0;
            }
        }
    }

    private void OnBookChange(InstrumentMarket market, in BookChange change)
    {
        market.HasSizes = true;
        if ((change.Flags & MarketEventFlags.SnapshotStart) != 0)
        {
            market.Bids.Clear();
            market.Asks.Clear();
            market.IsSnapshot = true;
        }

        var levels = market.SideOf(change.Side);
        var before = market.OrderCount > 0 ? levels.DisplayedAt(change.Price.Raw) : 0;
        levels.Set(change.Price.Raw, change.Size);
        if (!market.IsSnapshot)
        {
            foreach (var order in market.Orders)
            {
                if (order.Phase == OrderPhase.Limit && order.Side == change.Side && order.Limit == change.Price.Raw)
                {
                    QueuePlace.Shrink(order, queueModel, before, change.Size);
                }
            }
        }

        if ((change.Flags & MarketEventFlags.EndOfMessage) == 0)
        {
            return;
        }

        if (market.IsSnapshot)
        {
            EndSnapshot(market);
        }

        MatchBook(market);
    }

    private static void EndSnapshot(InstrumentMarket market)
    {
        market.IsSnapshot = false;
        foreach (var order in market.Orders)
        {
            if (order.Phase == OrderPhase.Limit)
            {
                order.Ahead = Math.Min(order.Ahead, market.SideOf(order.Side).DisplayedAt(order.Limit!.Value));
                order.TradedAtLevel = 0;
            }
        }
    }

    // The book is whole: stops, working market orders, and limits that the other side has come to.
    private void MatchBook(InstrumentMarket market)
    {
        if (market.Bids.BestPrice is { } bid && market.Asks.BestPrice is { } ask)
        {
            market.Last = Grid.Middle(bid, ask);
        }

        foreach (var order in market.Orders)
        {
            if (order.BlockedIn == Executions.EventNumber)
            {
                continue;
            }

            switch (order.Phase)
            {
                case OrderPhase.AwaitsTrigger when TouchOf(market, order.Side) is { } touch:
                    FollowAndTrigger(order, touch);
                    break;
                case OrderPhase.Market or OrderPhase.Limit when !order.Rests:
                    _displayed.Take(order);
                    Rest(order);
                    break;
                case OrderPhase.Limit:
                    _displayed.FillCrossed(order);
                    break;
                case OrderPhase.AwaitsTrigger or OrderPhase.Market or OrderPhase.Ended:
                    break;
            }
        }
    }

    private void OnTrade(InstrumentMarket market, in Trade trade)
    {
        var price = trade.Price.Raw;
        market.Last = price;
        foreach (var order in market.Orders)
        {
            if (order.BlockedIn == Executions.EventNumber)
            {
                continue;
            }

            if (order.Phase == OrderPhase.AwaitsTrigger)
            {
                FollowAndTrigger(order, price, isTrade: true);
            }

            // Without a book, what trades is all there is to take.
            if (order.IsOpen && order.Phase != OrderPhase.AwaitsTrigger && !order.Rests && market.SideOf(order.Side.Opposite()).Count == 0)
            {
                TakeTrade(order, trade);
            }
        }

        if (trade.Aggressor != Side.Buy)
        {
            QueuePlace.Trade(Executions, market, Side.Buy, price, trade.Size);
        }

        if (trade.Aggressor != Side.Sell)
        {
            QueuePlace.Trade(Executions, market, Side.Sell, price, trade.Size);
        }
    }

    private void TakeTrade(SimOrder order, in Trade trade)
    {
        order.VisitedIn = Executions.EventNumber;
        var price = trade.Price.Raw;
        var isReached = order.Accepts(price);
        var quantity = isReached ? Allowed(order, Lots(trade.Size, order.Market.Instrument)) : 0;
        if (quantity > 0)
        {
            Executions.Fill(order, new(quantity, price, Liquidity.Taker) { Low = price, High = price });
        }
        else if (isReached)
        {
            Executions.CancelIfNothingToReduce(order);
        }

        if (order.IsOpen && order.IsImmediate)
        {
            Executions.Expire(order);
        }

        order.Rests = !isReached;
    }

    private void FollowAndTrigger(SimOrder order, long price, bool isTrade = false)
    {
        if (order.Type == OrderType.TrailingStop && order.Best is null)
        {
            order.Follow(price);
        }

        if (order.IsTriggeredBy(price))
        {
            // A quote from before the trade may be better than what the trade shows: not for a stop.
            Executions.Trigger(order);
            _displayed.Take(order, isTrade ? price : null);
            Rest(order);
        }
        else if (order.Type == OrderType.TrailingStop)
        {
            order.Follow(price);
        }
    }

    // What did not fill at once ends or takes its place in the queue; where there is no book yet, the first of it or the first trade decides.
    private void Rest(SimOrder order)
    {
        var market = order.Market;
        if (!order.IsOpen || market.SideOf(order.Side.Opposite()).Count == 0)
        {
            return;
        }

        if (order.IsImmediate)
        {
            Executions.Expire(order);
            return;
        }

        if (order.Phase == OrderPhase.Limit)
        {
            order.Rests = true;
            order.Ahead = market.SideOf(order.Side).DisplayedAt(order.Limit!.Value);
            order.TradedAtLevel = 0;
        }
    }

    // The price that touches stops: a sell's against the bid, a buy's against the ask.
    private static long? TouchOf(InstrumentMarket market, Side side) => market.SideOf(side.Opposite()).BestPrice ?? market.Last;
}
