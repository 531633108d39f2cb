namespace Slipstream.Domain;

/// <summary>Runs an <see cref="AlphaModel"/> as a strategy: collects the bars of an instant, asks for signals and sizes, and moves positions to them.</summary>
/// <param name="model">The model.</param>
/// <param name="bufferFraction">Trade only when a position is off by more than this fraction of its target (Carver's buffering); 0.1 is usual, 0 trades always.</param>
public sealed class AlphaStrategy(AlphaModel model, double bufferFraction = 0) : Strategy
{
    private const int SliceComplete = 1;
    private BarSlice _slice = new(0);
    private Signals _signals = new(0);
    private TargetPositions _targets = new(0);
    private bool _timerSet;

    /// <summary>The model that is run.</summary>
    public AlphaModel Model { get; } = model;

    /// <inheritdoc/>
    public override StrategyMetadata Metadata => Model.Metadata;

    /// <inheritdoc/>
    public override void OnStart(StrategyContext context)
    {
        var count = context.Universe.Count;
        _slice = new BarSlice(count);
        _signals = new Signals(count);
        _targets = new TargetPositions(count);
        Model.Start(context.Universe);
    }

    /// <inheritdoc/>
    public override void OnTick(StrategyContext context, in MarketEvent tick)
    {
        if (tick.Kind != MarketEventKind.Bar)
        {
            return;
        }

        _slice.Add(tick.Instrument, tick.AsBar());
        if (_slice.Instruments == 1)
        {
            Rebalance(context);
        }
        else if (!_timerSet)
        {
            // A timer of this instant comes after the last bar of this instant.
            _timerSet = true;
            context.SetTimer(tick.Time, SliceComplete);
        }
    }

    /// <inheritdoc/>
    public override void OnTimer(StrategyContext context, int tag)
    {
        _timerSet = false;
        Rebalance(context);
    }

    private void Rebalance(StrategyContext context)
    {
        _signals.Clear();
        _targets.Clear();
        Model.GenerateSignals(_slice, _signals);
        Model.SizePositions(_slice, _signals, new RiskBudget(context.Equity, _slice.Instruments), _targets);
        for (ushort i = 0; i < _slice.Instruments; i++)
        {
            var id = new InstrumentId(i);
            if (_targets[id] is { } units)
            {
                Move(context, id, units);
            }
        }

        _slice.Clear();
    }

    private void Move(StrategyContext context, InstrumentId id, double units)
    {
        var target = Position.FromDouble(units);
        var held = checked(context.Position(id).Raw + context.Working(id).Raw);
        var off = Math.Abs(Grid.ToDouble(checked(target.Raw - held)));
        if (off > bufferFraction * Math.Abs(units) || (target.IsFlat && held != 0))
        {
            context.MoveTo(id, target, _signals.Rationale);
        }
    }
}
