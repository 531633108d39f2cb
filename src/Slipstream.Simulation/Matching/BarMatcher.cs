namespace Slipstream.Simulation;

// Fills against bars. A trade or a quote, where a run insists on bars, is a bar of one price.
//
// Inside a bar the path is unknown. First comes what fills at the open, which is known to be first; then stops; then limits, so that of a
// bracket's two exits the loss is taken first. A limit fills only if the bar trades through it.
internal sealed class BarMatcher : Matcher
{
    private readonly double _maxVolumeFraction;
    private readonly bool _fillsAtLast;
    private long _budget;

    public BarMatcher(Executions executions, double maxVolumeFraction, bool fillsAtLast)
        : base(executions)
    {
        if (maxVolumeFraction is not (> 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(maxVolumeFraction), maxVolumeFraction, "A share of a bar's volume is above 0 and at most 1.");
        }

        _maxVolumeFraction = maxVolumeFraction;
        _fillsAtLast = fillsAtLast;
    }

    public override int Fineness => 0;

    public override long ExpiryGraceNanos(InstrumentMarket market) => market.StepNanos;

    public override long? OppositePrice(InstrumentMarket market, Side side) => market.SideOf(side.Opposite()).BestPrice ?? market.Last;

    public override void OnArrival(SimOrder order)
    {
        if (order.Type == OrderType.TrailingStop && order.Market.Last is { } seen)
        {
            order.Follow(seen);
        }

        if (_fillsAtLast && order.Type == OrderType.Market && order.Market.Last is { } last)
        {
            Executions.Fill(order, new(order.Fillable, last, Liquidity.Taker) { Low = last, High = last });
        }
    }

    public override void OnMarket(InstrumentMarket market, in MarketEvent e)
    {
        switch (e.Kind)
        {
            case MarketEventKind.Bar:
                OnBar(market, e.AsBar());
                break;
            case MarketEventKind.Trade:
                var trade = e.AsTrade();
                OnBar(market, new(trade.Time, 0, trade.Price, trade.Price, trade.Price, trade.Price, trade.Size));
                break;
            case MarketEventKind.Quote:
                OnQuote(market, e.AsQuote());
                break;
            case MarketEventKind.BookChange or MarketEventKind.Funding:
                break;
        }
    }

    private void OnBar(InstrumentMarket market, in Bar bar)
    {
        if (bar.Volume > 0)
        {
            market.HasVolume = true;
        }

        if (market.OrderCount > 0)
        {
            Match(market, bar);
        }

        market.Last = bar.Close.Raw;
        market.BarEnd = bar.Time.UnixNanos;
        market.StepNanos = bar.StepSeconds * Duration.NanosPerSecond;
    }

    private void OnQuote(InstrumentMarket market, in Quote quote)
    {
        market.Bids.SetOnly(quote.Bid.Raw, double.PositiveInfinity);
        market.Asks.SetOnly(quote.Ask.Raw, double.PositiveInfinity);
        if (market.OrderCount > 0)
        {
            _budget = long.MaxValue;
            var (bid, ask) = (BarWindow.Point(quote.Bid.Raw), BarWindow.Point(quote.Ask.Raw));
            foreach (var order in market.Orders)
            {
                var window = order.Side == Side.Buy ? ask : bid;
                FillAtOpen(order, window);
                Settle(order, window, quote.Time.UnixNanos);
            }
        }

        market.Last = Grid.Middle(quote.Bid.Raw, quote.Ask.Raw);
    }

    private void Match(InstrumentMarket market, in Bar bar)
    {
        var whole = new BarWindow(bar.Open.Raw, bar.High.Raw, bar.Low.Raw);
        var end = BarWindow.Point(bar.Close.Raw);
        var start = Math.Max(bar.OpenTime.UnixNanos, market.BarEnd);
        var orders = market.Orders;
        foreach (var order in orders)
        {
            if (order.ExpiresAt <= start)
            {
                Executions.Expire(order);
            }
        }

        _budget = market.HasVolume ? Lots(bar.Volume * _maxVolumeFraction, market.Instrument) : long.MaxValue;
        if (!market.HasVolume || bar.Volume > 0)
        {
            foreach (var order in orders)
            {
                FillAtOpen(order, order.Arrived <= start ? whole : end);
            }

            foreach (var order in orders)
            {
                FillStop(order, order.Arrived <= start ? whole : end);
            }

            foreach (var order in orders)
            {
                FillThrough(order, order.Arrived <= start ? whole : end);
            }
        }

        foreach (var order in orders)
        {
            Settle(order, order.Arrived <= start ? whole : end, bar.Time.UnixNanos);
        }
    }

    private void FillAtOpen(SimOrder order, in BarWindow window)
    {
        if (order.BlockedIn == Executions.EventNumber)
        {
            return;
        }

        var open = window.Open;
        if (order.Phase == OrderPhase.AwaitsTrigger)
        {
            // A trailing stop that came before any price follows from the first it sees.
            if (order.Type == OrderType.TrailingStop && order.Best is null)
            {
                order.Follow(open);
            }

            if (!order.IsTriggeredBy(open))
            {
                return;
            }

            Executions.Trigger(order);
            order.VisitedIn = Executions.EventNumber;
        }

        if (order.IsOpen && order.Accepts(open))
        {
            var rested = order.Phase == OrderPhase.Limit && order.Rests && order.VisitedIn != Executions.EventNumber;
            Fill(order, open, rested ? Liquidity.Maker : Liquidity.Taker, window);
        }
    }

    private void FillStop(SimOrder order, in BarWindow window)
    {
        if (order.Phase != OrderPhase.AwaitsTrigger || order.BlockedIn == Executions.EventNumber
            || !order.IsTriggeredBy(order.Side == Side.Buy ? window.High : window.Low))
        {
            return;
        }

        var price = order.Trigger!.Value;
        Executions.Trigger(order);
        order.VisitedIn = Executions.EventNumber;
        if (order.Accepts(price))
        {
            Fill(order, price, Liquidity.Taker, window);
        }
    }

    // A stop-limit that was triggered in this bar rests from the next one on: what came after its trigger is unknown.
    private void FillThrough(SimOrder order, in BarWindow window)
    {
        if (order.Phase != OrderPhase.Limit || order.BlockedIn == Executions.EventNumber || order.VisitedIn == Executions.EventNumber
            || order.IsImmediate)
        {
            return;
        }

        var limit = order.Limit!.Value;
        if (order.Side == Side.Buy ? window.Low < limit : window.High > limit)
        {
            Fill(order, limit, Liquidity.Maker, window);
        }
    }

    private void Fill(SimOrder order, long price, Liquidity liquidity, in BarWindow window)
    {
        var quantity = Allowed(order, _budget);
        if (quantity == 0)
        {
            Executions.CancelIfNothingToReduce(order);
            return;
        }

        if (_budget != long.MaxValue)
        {
            _budget -= quantity;
        }

        Executions.Fill(order, new(quantity, price, liquidity) { Low = window.Low, High = window.High });
    }

    private void Settle(SimOrder order, in BarWindow window, long end)
    {
        if (!order.IsOpen)
        {
            return;
        }

        if (order.IsImmediate || order.ExpiresAt <= end)
        {
            Executions.Expire(order);
            return;
        }

        order.Rests = true;
        if (order.Type == OrderType.TrailingStop)
        {
            order.Follow(order.Side == Side.Buy ? window.Low : window.High);
        }
    }
}
