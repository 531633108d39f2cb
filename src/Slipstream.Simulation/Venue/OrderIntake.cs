namespace Slipstream.Simulation;

// Takes in the messages that arrive, keeps the open orders, and ends those whose day is over.
internal sealed class OrderIntake(Executions executions, InstrumentMarket[] markets)
{
    private readonly OrderTable _table = new();
    private long _nextExpiry = long.MaxValue;

    public long NextExpiry => executions.OpenDayOrders > 0 ? _nextExpiry : long.MaxValue;

    // Remembers an order that was sent; false if its number was sent before.
    public bool TryAnnounce(in Order order)
    {
        if (_table.WasSeen(order.Id))
        {
            return false;
        }

        _table.Add(order, markets[order.Terms.Instrument.Index]);
        return true;
    }

    // Carries out a message that has arrived.
    public void Act(in VenueAction action)
    {
        switch (action.Kind)
        {
            case VenueActionKind.Place:
                Arrive(_table.Open(action.Order)!);
                break;
            case VenueActionKind.PlaceAgain when _table.RefusalOf(action.Order) is { } refusal:
                executions.Reject(action.Order, refusal);
                break;
            case VenueActionKind.PlaceAgain:
                executions.Accept(action.Order);
                break;
            case VenueActionKind.Cancel or VenueActionKind.Replace:
                Change(action);
                break;
        }
    }

    private void Change(in VenueAction action)
    {
        if (_table.Open(action.Order) is not { } order)
        {
            executions.RefuseChange(action.Order, _table.WasSeen(action.Order) ? Refusals.EndedOrder : Refusals.UnknownOrder);
        }
        else if (action.Kind == VenueActionKind.Replace)
        {
            Replace(order, action.Quantity, action.Limit);
        }
        else
        {
            executions.Cancel(order);
            RemoveEnded(order.Market);
        }
    }

    private void Arrive(SimOrder order)
    {
        var market = order.Market;
        order.Arrived = executions.Now;
        order.ArrivalPrice = market.Mid;
        if ((OrderCheck.Find(order, market.Instrument) ?? FindPostOnly(order, order.Limit) ?? FindNothingToReduce(order)) is { } refusal)
        {
            _table.Refuse(order, refusal);
            executions.Reject(order.Id, refusal);
            return;
        }

        if (order.TimeInForce == TimeInForce.Day)
        {
            order.ExpiresAt = market.Instrument.Session.NextClose(Instant.FromUnixNanos(executions.Now)).UnixNanos;
            executions.OpenDayOrders++;
            _nextExpiry = executions.OpenDayOrders == 1 ? ExpiryOf(order) : Math.Min(_nextExpiry, ExpiryOf(order));
        }

        executions.Accept(order.Id);
        market.Add(order);
        market.Matcher.OnArrival(order);
        RemoveEnded(market);
    }

    private void Replace(SimOrder order, long quantity, long? limit)
    {
        var market = order.Market;
        var newLimit = limit ?? order.Limit;
        if ((OrderCheck.FindReplace(order, market.Instrument, quantity, limit) ?? FindPostOnly(order, newLimit)) is { } refusal)
        {
            executions.RefuseChange(order.Id, refusal);
            return;
        }

        var keepsPlace = newLimit == order.Limit && quantity <= order.Quantity;
        order.Quantity = quantity;
        order.Limit = newLimit;
        executions.Replaced(order);
        if (keepsPlace)
        {
            return;
        }

        market.MoveToEnd(order);
        order.Rests = false;
        order.Arrived = executions.Now;
        if (order.Phase != OrderPhase.AwaitsTrigger)
        {
            market.Matcher.OnArrival(order);
            RemoveEnded(market);
        }
    }

    private static Refusal? FindPostOnly(SimOrder order, long? limit)
    {
        if (!order.PostOnly || limit is not { } price || order.Market.Matcher.OppositePrice(order.Market, order.Side) is not { } opposite)
        {
            return null;
        }

        return (order.Side == Side.Buy ? price >= opposite : price <= opposite) ? Refusals.PostOnly(price, opposite) : null;
    }

    private static Refusal? FindNothingToReduce(SimOrder order) => order.Fillable == 0 ? Refusals.ReduceOnly(order) : null;

    private static long ExpiryOf(SimOrder order) => checked(order.ExpiresAt + order.Market.Matcher.ExpiryGraceNanos(order.Market));

    public void ExpireDayOrders(long now)
    {
        _nextExpiry = long.MaxValue;
        foreach (var market in markets)
        {
            foreach (var order in market.Orders)
            {
                if (order.ExpiresAt == SimOrder.Never)
                {
                    continue;
                }

                var expiry = ExpiryOf(order);
                if (expiry <= now)
                {
                    executions.Expire(order);
                }
                else
                {
                    _nextExpiry = Math.Min(_nextExpiry, expiry);
                }
            }

            RemoveEnded(market);
        }
    }

    public void RemoveEnded(InstrumentMarket market)
    {
        if (market.HasEnded)
        {
            market.RemoveEnded(_table);
        }
    }
}
