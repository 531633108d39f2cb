using System.Runtime.CompilerServices;
using Slipstream.Domain;
using Slipstream.Engine.Accounting;
using Slipstream.Engine.Market;
using Slipstream.Engine.Orders;
using Slipstream.Engine.Risk;
using Slipstream.Engine.Strategies;
using Slipstream.Engine.Timers;

namespace Slipstream.Engine.Core;

/// <summary>
/// The deterministic core: takes one input at a time, numbers it, and writes what follows from it into the caller's
/// <see cref="EffectBuffer"/>. It knows no clock, no thread and no venue; the same inputs give the same effects and the same state.
/// </summary>
public sealed class TradingCore
{
    private readonly CoreContext _context;
    private readonly Strategy _strategy;
    private readonly IntentDesk _desk;
    private readonly ReportDesk _reports;
    private readonly DailyLossWatch _dailyLoss;

    /// <summary>Creates a core in its first state.</summary>
    /// <param name="settings">What it is made from.</param>
    /// <param name="strategy">The strategy, fresh.</param>
    /// <param name="effects">Where effects go; the caller clears it after each input.</param>
    public TradingCore(CoreSettings settings, Strategy strategy, EffectBuffer effects)
    {
        _strategy = strategy;
        Universe = settings.Universe;
        Board = new MarketBoard(Universe.Count);
        Rates = new FxRates(Universe, Board, settings.AccountCurrency, settings.FixedRates);
        Account = new Account(Universe, Board, settings.AccountCurrency, settings.Cash, Rates);
        Orders = new OrderTable(Universe.Count);
        Gate = new RiskGate(Universe, settings.Limits, Account, Board, Orders);
        _context = new CoreContext(Universe, settings.Mode, settings.Seed, Board, Account, Orders, Timers);
        _desk = new IntentDesk(_context, strategy, Gate, Orders, Board, effects, Counts, settings.RecordBareDecisions);
        _reports = new ReportDesk(_context, strategy, Account, Orders, _desk, effects, Counts);
        _dailyLoss = new DailyLossWatch(settings.Limits.MaxDailyLoss, Account, Gate, _desk);
    }

    /// <summary>Instruments of the run.</summary>
    public Universe Universe { get; }

    /// <summary>Markets as last seen.</summary>
    public MarketBoard Board { get; }

    /// <summary>Values of currencies.</summary>
    public FxRates Rates { get; }

    /// <summary>Cash and holdings.</summary>
    public Account Account { get; }

    /// <summary>Orders.</summary>
    public OrderTable Orders { get; }

    /// <summary>The risk gate.</summary>
    public RiskGate Gate { get; }

    /// <summary>Timers that the strategy set.</summary>
    public TimerQueue Timers { get; } = new();

    /// <summary>What happened so far, in numbers.</summary>
    public CoreCounts Counts { get; } = new();

    /// <summary>Number of the last input, from 1.</summary>
    public long Sequence { get; private set; }

    /// <summary>Time of the last input.</summary>
    public Instant Now => _context.Now;

    /// <summary>Is a timer due before a market event of this time? Timers come after all events of their own instant.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool HasTimerBefore(Instant time) => Timers.NextDueNanos < time.UnixNanos;

    /// <summary>Input: the run begins.</summary>
    public void Start(Instant time)
    {
        Enter(time);
        _strategy.OnStart(_context);
        _desk.Settle(Sequence);
    }

    /// <summary>Input: the market moved.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void OnMarket(in MarketEvent e)
    {
        Enter(e.Time);
        Counts.MarketEvents++;
        Board.Update(in e);
        if (e.Kind == MarketEventKind.Funding)
        {
            Account.Apply(e.Instrument, e.AsFunding());
        }

        if (_dailyLoss.IsSet)
        {
            _dailyLoss.Check(Now);
        }

        _strategy.OnTick(_context, in e);
        if (_context.Yields.Count != 0)
        {
            _desk.Settle(Sequence);
        }
    }

    /// <summary>Input: a venue said something of an order.</summary>
    public void OnReport(in ExecutionReport report, Instant time)
    {
        Enter(time);
        _reports.Take(in report);
        _desk.Settle(Sequence);
    }

    /// <summary>Input: the next timer is due.</summary>
    /// <exception cref="InvalidOperationException">None is set, or the next one has another time or tag: the inputs are not this core's.</exception>
    public void OnTimer(Instant due, int tag)
    {
        var (time, expected) = Timers.Take();
        if (time != due || tag != expected)
        {
            throw new InvalidOperationException($"Timer {tag} due {due} fired, but the next one set is {expected} due {time}.");
        }

        Enter(due);
        _strategy.OnTimer(_context, tag);
        _desk.Settle(Sequence);
    }

    /// <summary>Input: a person or the centre halts the run: open orders are cancelled, only reductions pass.</summary>
    public void Halt(Instant time, string reason)
    {
        Enter(time);
        _desk.Halt(KillSwitch.Halted, reason, "a human lifts it");
    }

    /// <summary>Input: a person lifts the halt.</summary>
    public void Resume(Instant time, string reason)
    {
        Enter(time);
        _desk.Lift(reason);
    }

    /// <summary>Input: the run ends. Intents yielded now are refused.</summary>
    public void Stop(Instant time)
    {
        Enter(time);
        _desk.Close();
        _strategy.OnStop(_context);
        _desk.Settle(Sequence);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Enter(Instant time)
    {
        Sequence++;
        // A report may carry a venue time before the last market event; the core's time never goes back.
        if (time > _context.Now)
        {
            _context.MoveTo(time);
        }
    }
}
