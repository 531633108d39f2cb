namespace Slipstream.Simulation;

// What happens to orders, and the reports of it: the one place where prices get their costs and fills their numbers.
internal sealed class Executions(ExecutionModel model, SeededRandom random)
{
    private readonly RingQueue<TravellingReport> _reports = new();
    private long _fills;
    private long _lastReportDue = long.MinValue;

    // Unix nanoseconds at the venue.
    public long Now;

    // Number of the market event in hand.
    public long EventNumber = 1;

    // Open orders that end with their session.
    public int OpenDayOrders;

    public long NextReportDue => _reports.IsEmpty ? long.MaxValue : _reports.Head.Due;

    public bool NeedsActivity { get; } = model.Impact.NeedsActivity;

    public ref readonly ExecutionReport HeadReport => ref _reports.Head.Report;

    public void DropReport() => _reports.Drop();

    public void Accept(OrderId order) => Report(ExecType.New, order);

    public void Reject(OrderId order, Refusal reason) => Report(ExecType.Rejected, order, reason);

    public void RefuseChange(OrderId order, Refusal reason) => Report(ExecType.CancelRejected, order, reason);

    public void Replaced(SimOrder order) => Write() = new()
    {
        Type = ExecType.Replaced,
        Order = order.Id,
        Time = Instant.FromUnixNanos(Now),
        LastQty = Quantity.FromRaw(order.Quantity),
        LastPx = Price.FromRaw(order.Limit ?? 0),
    };

    public void Trigger(SimOrder order)
    {
        order.Phase = order.Type == OrderType.StopLimit ? OrderPhase.Limit : OrderPhase.Market;
        Report(ExecType.Triggered, order.Id);
    }

    public void Cancel(SimOrder order) => EndUnfilled(order, ExecType.Canceled, null);

    // Ends a reduce-only order that was about to fill, or has just filled, and has nothing left to reduce.
    public void CancelIfNothingToReduce(SimOrder order)
    {
        if (order.IsOpen && order.Fillable == 0)
        {
            EndUnfilled(order, ExecType.Canceled, Refusals.ReduceOnly(order));
        }
    }

    // Ends an order by its time in force.
    public void Expire(SimOrder order) => EndUnfilled(order, ExecType.Expired, Refusals.OfTimeInForce(order.TimeInForce));

    // Fills an order at a reference price, worsened for a taker by spread and impact.
    public void Fill(SimOrder order, in FillTerms terms)
    {
        var market = order.Market;
        var instrument = market.Instrument;
        var isFirst = order.Filled == 0;
        order.Filled += terms.Quantity;
        market.Net = checked(market.Net + (order.Side.Sign() * terms.Quantity));
        var price = Worsen(order, terms, out var costs);
        var quantity = Quantity.FromRaw(terms.Quantity);
        var px = Price.FromRaw(price);
        Write() = new()
        {
            Type = ExecType.Trade,
            Order = order.Id,
            Time = Instant.FromUnixNanos(Now),
            FillId = new(++_fills),
            FillSeq = _fills,
            LastQty = quantity,
            LastPx = px,
            Fee = model.Fee.Charge(instrument, order.Side, quantity, px, terms.Liquidity, isFirst),
            Liquidity = terms.Liquidity,
            Costs = costs,
        };
        if (order.Leaves == 0)
        {
            End(order);
        }

        if (order.IsFamilyMember)
        {
            BlockSiblings(order);
        }

        CancelIfNothingToReduce(order);
    }

    private long Worsen(SimOrder order, in FillTerms terms, out ExecutionCosts costs)
    {
        var market = order.Market;
        var instrument = market.Instrument;
        var reference = Grid.ToDouble(terms.Price);
        double half = 0, impact = 0;
        if (terms.Liquidity == Liquidity.Taker)
        {
            half = model.Spread.HalfSpread(reference, terms.IsQuote ? 0 : Grid.ToDouble(market.QuotedSpread));
            impact = Math.Abs(reference) * model.Impact.Fraction(Grid.ToDouble(order.Filled), market.Activity);
        }

        var sign = order.Side.Sign();
        var planned = half + impact;
        var moved = planned == 0 ? terms.Price : checked(terms.Price + (sign * Grid.FromDouble(planned)));
        var price = instrument.RoundPassive(Price.FromRaw(moved), order.Side.Opposite()).Raw;
        if (planned == 0)
        {
            price = Math.Clamp(price, Math.Min(terms.Low, terms.Price), Math.Max(terms.High, terms.Price));
        }

        if (order.Phase == OrderPhase.Limit && !order.Accepts(price))
        {
            price = order.Limit!.Value;
        }

        // What rounding added and the limit saved is shared out in proportion; without parts it is spread.
        var units = Grid.ToDouble(terms.Quantity) * instrument.ContractMultiplier.ToDouble();
        var actual = Grid.ToDouble(sign * (price - terms.Price));
        var scale = planned == 0 ? 0 : actual / planned;
        var temporary = impact * scale * model.Impact.TemporaryShare;
        var permanent = (impact * scale) - temporary;
        var spread = planned == 0 ? actual : half * scale;
        var delay = order.ArrivalPrice is { } arrival && order.DecisionPrice is { } decision ? Grid.ToDouble(sign * (arrival - decision)) : 0;
        costs = new((spread + terms.HalfSpreadPaid) * units, (temporary + terms.Walked) * units, permanent * units, delay * units);
        return price;
    }

    // Once one exit of a bracket has filled, the other must not fill in the same event: the engine can't have cancelled it yet.
    private void BlockSiblings(SimOrder filled)
    {
        foreach (var other in filled.Market.Orders)
        {
            if (!ReferenceEquals(other, filled) && other.Correlation == filled.Correlation && other.IsFamilyMember)
            {
                other.BlockedIn = EventNumber;
            }
        }
    }

    private void EndUnfilled(SimOrder order, ExecType type, Refusal? reason)
    {
        End(order);
        Write() = new()
        {
            Type = type,
            Order = order.Id,
            Time = Instant.FromUnixNanos(Now),
            Fee = order.Filled == 0 ? model.Fee.ChargeUnfilled(order.Market.Instrument) : null,
            Reason = reason,
        };
    }

    private void End(SimOrder order)
    {
        order.Phase = OrderPhase.Ended;
        order.Market.HasEnded = true;
        if (order.ExpiresAt != SimOrder.Never)
        {
            OpenDayOrders--;
        }
    }

    private void Report(ExecType type, OrderId order, Refusal? reason = null) => Write() = new()
    {
        Type = type,
        Order = order,
        Time = Instant.FromUnixNanos(Now),
        Reason = reason,
    };

    private ref ExecutionReport Write()
    {
        ref var travelling = ref _reports.Enqueue();
        _lastReportDue = Math.Max(_lastReportDue, checked(Now + model.Latency.DrawReport(random).Nanos));
        travelling.Due = _lastReportDue;
        return ref travelling.Report;
    }
}
