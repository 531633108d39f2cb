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
    private const int TimersPerInstant = 10_000;

    private readonly CoreContext _context;
    private readonly Strategy _strategy;
    private readonly IntentDesk _desk;
    private readonly ReportDesk _reports;
    private readonly DailyLossWatch _dailyLoss;
    private Instant _timerInstant;
    private int _timersOfInstant;

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
        _context = new CoreContext(Universe, settings.Mode, settings.Seed, Board, Account, Orders, Timers, settings.RecordBareDecisions);
        _desk = new IntentDesk(_context, strategy, Gate, Account, Orders, Board, effects, Counts);
        var exits = new ExitDesk(_context, Account, Orders, _desk, effects);
        _reports = new ReportDesk(_context, strategy, Board, Account, Orders, Gate, _desk, exits, effects, Counts);
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

    /// <summary>What the strategy sees of it.</summary>
    internal CoreContext Context => _context;

    /// <summary>The watch over the day's loss.</summary>
    internal DailyLossWatch DailyLoss => _dailyLoss;

    /// <summary>Has the run ended?</summary>
    internal bool IsClosed => _desk.IsClosed;

    /// <summary>Number of the last input, from 1.</summary>
    public long Sequence => _context.Sequence;

    /// <summary>Time of the last input.</summary>
    public Instant Now => _context.Now;

    /// <summary>Is a timer due before a market event of this time? Timers come after all events of their own instant.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool HasTimerBefore(Instant time) => Timers.NextDueNanos < time.UnixNanos;

    /// <summary>Input: the run begins.</summary>
    /// <exception cref="StrategyFaultException">The strategy threw.</exception>
    public void Start(Instant time)
    {
        Enter(time);
        try
        {
            _strategy.OnStart(_context);
        }
        catch (Exception fault) when (fault is not StrategyFaultException)
        {
            throw _context.Fault(nameof(Strategy.OnStart), fault);
        }

        _desk.Settle();
    }

    /// <summary>Input: the market moved.</summary>
    /// <exception cref="StrategyFaultException">The strategy threw.</exception>
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

        try
        {
            _strategy.OnTick(_context, in e);
        }
        catch (Exception fault) when (fault is not StrategyFaultException)
        {
            throw _context.Fault(nameof(Strategy.OnTick), fault);
        }

        if (_context.Yields.Count != 0)
        {
            _desk.Settle();
        }
    }

    /// <summary>Input: a venue said something of an order. It may come after the end: then it is counted, and neither told nor acted on.</summary>
    /// <exception cref="StrategyFaultException">The strategy threw.</exception>
    public void OnReport(in ExecutionReport report, Instant time)
    {
        _context.Enter(time);
        _reports.Take(in report);
        if (_dailyLoss.IsSet)
        {
            // A bad fill may be the day's limit: what the strategy answers to it is judged after that.
            _dailyLoss.Check(Now);
        }

        _desk.Settle();
    }

    /// <summary>Input: the next timer is due.</summary>
    /// <exception cref="InvalidOperationException">None is set, or the next one has another time or tag: the inputs are not this core's.</exception>
    /// <exception cref="StrategyFaultException">The strategy threw, or sets a timer of the same instant from its timer without end.</exception>
    public void OnTimer(Instant due, int tag)
    {
        var (time, expected) = Timers.Take();
        if (time != due || tag != expected)
        {
            throw new InvalidOperationException($"Timer {tag} due {due} fired, but the next one set is {expected} due {time}.");
        }

        Enter(due);
        try
        {
            CountTimer(due);
            _strategy.OnTimer(_context, tag);
        }
        catch (Exception fault) when (fault is not StrategyFaultException)
        {
            throw _context.Fault(nameof(Strategy.OnTimer), fault);
        }

        _desk.Settle();
    }

    /// <summary>Input: a person or the centre halts the run: open orders that are not reductions are cancelled, only reductions pass.</summary>
    public void Halt(Instant time, string reason)
    {
        _context.Enter(time);
        _desk.Halt(KillSwitch.Halted, reason, "a human lifts it");
    }

    /// <summary>Input: a person lifts the halt.</summary>
    public void Resume(Instant time, string reason)
    {
        _context.Enter(time);
        _desk.Lift(reason);
    }

    /// <summary>Input: the run ends. Intents yielded now are refused; orders are left as they are. After it only reports, a halt and its lifting are taken.</summary>
    /// <exception cref="StrategyFaultException">The strategy threw.</exception>
    public void Stop(Instant time)
    {
        Enter(time);
        _desk.Close();
        try
        {
            _strategy.OnStop(_context);
        }
        catch (Exception fault) when (fault is not StrategyFaultException)
        {
            throw _context.Fault(nameof(Strategy.OnStop), fault);
        }

        _desk.Settle();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Enter(Instant time)
    {
        if (_desk.IsClosed)
        {
            ThrowEnded();
        }

        _context.Enter(time);
    }

    private void ThrowEnded() => throw new InvalidOperationException($"The run has ended at {Now}: only reports, a halt and its lifting are taken after that.");

    // Time does not move while timers of one instant are worked off, so a timer that sets the next at once would hold it for ever.
    private void CountTimer(Instant due)
    {
        _timersOfInstant = due == _timerInstant ? _timersOfInstant + 1 : 1;
        _timerInstant = due;
        if (_timersOfInstant > TimersPerInstant)
        {
            throw new InvalidOperationException($"More than {TimersPerInstant} timers fired at {due}: OnTimer must not set a timer of the same instant without end.");
        }
    }
}
