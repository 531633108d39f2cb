using System.Runtime.CompilerServices;

namespace Slipstream.Simulation;

/// <summary>A venue that takes orders, fills them against the market events it is shown, and reports: the market of BACKTEST and DRY_RUN.</summary>
/// <remarks>
/// For each event the driver calls <see cref="AdvanceTo"/>, then <see cref="OnMarket"/>, hands the reports to the core, then the event itself,
/// then places what the core wants done. So an order in answer to a bar meets the next bar, but for market orders under <see cref="CloseFill"/>.
/// Equal calls give equal reports. Order numbers count from 1. Not thread-safe.
/// </remarks>
public sealed class SimulatedVenue
{
    private readonly LatencyModel _latency;
    private readonly SeededRandom _random;
    private readonly Executions _executions;
    private readonly MatcherSet _matchers;
    private readonly InstrumentMarket[] _markets;
    private readonly OrderIntake _intake;
    private readonly RingQueue<VenueAction> _actions = new();
    private long _now = long.MinValue;
    private long _lastActionDue = long.MinValue;

    /// <summary>Creates a venue that trades all instruments of the universe.</summary>
    /// <param name="universe">The instruments that events and orders mean.</param>
    /// <param name="model">How orders are treated.</param>
    /// <param name="random">Source of all chance, the venue's own: sharing it would make its draws depend on others'.</param>
    public SimulatedVenue(Universe universe, ExecutionModel model, SeededRandom random)
    {
        _latency = model.Latency;
        _random = random;
        _executions = new(model, random);
        _matchers = model.Fill.CreateMatchers(_executions);
        _markets = new InstrumentMarket[universe.Count];
        for (var i = 0; i < _markets.Length; i++)
        {
            _markets[i] = new(universe[new InstrumentId((ushort)i)], _matchers.Bars);
        }

        _intake = new(_executions, _markets);
    }

    /// <summary>Next time at which something is due without a market event: an order's arrival, a report's delivery or an expiry; null for nothing.</summary>
    public Instant? NextDue
    {
        get
        {
            var due = Math.Min(NextWake, _executions.NextReportDue);
            return due == long.MaxValue ? null : Instant.FromUnixNanos(due);
        }
    }

    private long NextWake => Math.Min(_actions.IsEmpty ? long.MaxValue : _actions.Head.Due, _intake.NextExpiry);

    /// <summary>Sends an order; a second sending of the same number is answered alike and changes nothing.</summary>
    public void Place(in Order order, Instant now)
    {
        AdvanceTo(now);
        var kind = _intake.TryAnnounce(order) ? VenueActionKind.Place : VenueActionKind.PlaceAgain;
        Send(new VenueAction { Kind = kind, Order = order.Id });
    }

    /// <summary>Asks for an order's end.</summary>
    public void Cancel(OrderId order, Instant now)
    {
        AdvanceTo(now);
        Send(new VenueAction { Kind = VenueActionKind.Cancel, Order = order });
    }

    /// <summary>Asks for another total quantity and limit price (null: as it is). The place in the queue is kept if only the quantity shrinks.</summary>
    public void Replace(OrderId order, Quantity quantity, Price? limitPrice, Instant now)
    {
        AdvanceTo(now);
        Send(new VenueAction { Kind = VenueActionKind.Replace, Order = order, Quantity = quantity.Raw, Limit = limitPrice?.Raw });
    }

    /// <summary>Lets everything happen that is due up to and including a time, against the market as last seen.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AdvanceTo(Instant time)
    {
        if ((!_actions.IsEmpty || _executions.OpenDayOrders > 0) && time.UnixNanos >= NextWake)
        {
            Run(time.UnixNanos);
        }

        _now = Math.Max(_now, time.UnixNanos);
    }

    /// <summary>Takes in a market event and fills open orders against it.</summary>
    public void OnMarket(in MarketEvent e)
    {
        var now = e.Time.UnixNanos;
        if (now > _now)
        {
            _now = now;
        }

        var market = _markets[e.Instrument.Index];
        if (e.Kind == MarketEventKind.Bar && market.OrderCount == 0 && market.HasVolume && ReferenceEquals(market.Matcher, _matchers.Bars))
        {
            // All that a bar changes while nobody waits for it; the way through the matcher costs twice as much.
            market.Last = e.Last.Raw;
            market.BarEnd = now;
        }
        else
        {
            Match(market, e);
        }

        if (_executions.NeedsActivity)
        {
            Observe(market, e);
        }
    }

    /// <summary>Has a report reached the core that was not taken yet?</summary>
    public bool HasReport
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _executions.NextReportDue <= _now;
    }

    /// <summary>Returns the next report that has reached the core, in order of happening.</summary>
    /// <param name="report">The report; undefined where there is none.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryDequeue(out ExecutionReport report)
    {
        if (!HasReport)
        {
            Unsafe.SkipInit(out report);
            return false;
        }

        Dequeue(out report);
        return true;
    }

    private void Match(InstrumentMarket market, in MarketEvent e)
    {
        _executions.Now = _now;
        _executions.EventNumber++;
        var matcher = _matchers.For(e.Kind);
        if (!ReferenceEquals(matcher, market.Matcher) && matcher.Fineness > market.Matcher.Fineness)
        {
            market.Matcher = matcher;
        }

        market.Matcher.OnMarket(market, e);
        _intake.RemoveEnded(market);
    }

    private static void Observe(InstrumentMarket market, in MarketEvent e)
    {
        var volume = e.Kind switch
        {
            MarketEventKind.Bar => e.AsBar().Volume,
            MarketEventKind.Trade => e.AsTrade().Size,
            _ => 0,
        };
        if (market.Last is { } last)
        {
            market.Activity.Add(e.Time, Grid.ToDouble(last), volume);
        }
    }

    private void Dequeue(out ExecutionReport report)
    {
        report = _executions.HeadReport;
        _executions.DropReport();
    }

    private void Send(in VenueAction action)
    {
        _lastActionDue = Math.Max(_lastActionDue, checked(_now + _latency.DrawOrder(_random).Nanos));
        if (_lastActionDue <= _now && _actions.IsEmpty)
        {
            _executions.Now = _now;
            _intake.Act(action);
            return;
        }

        ref var waiting = ref _actions.Enqueue();
        waiting = action;
        waiting.Due = _lastActionDue;
    }

    private void Run(long until)
    {
        for (var due = NextWake; due <= until; due = NextWake)
        {
            _now = Math.Max(_now, due);
            _executions.Now = _now;
            if (_intake.NextExpiry <= due)
            {
                _intake.ExpireDayOrders(due);
                continue;
            }

            var action = _actions.Head;
            _actions.Drop();
            _intake.Act(action);
        }
    }
}
