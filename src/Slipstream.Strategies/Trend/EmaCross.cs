using System.Runtime.CompilerServices;
using Slipstream.Domain;
using Slipstream.Quant.Indicators;

namespace Slipstream.Strategies.Trend;

/// <summary>Long while the fast exponential average of closes is above the slow one; flat, or short if allowed, while it is below.</summary>
/// <remarks>
/// Each average starts with the mean of its first closes; it trades from the bar that completes the slow one. Each instrument is
/// traded by itself. Source: Appel (1979), The Moving Average Convergence-Divergence Method, without its signal line; tested
/// over a century of prices by Brock, Lakonishok and LeBaron (1992), Journal of Finance 47, 1731-1764.
/// </remarks>
public sealed class EmaCross : Strategy
{
    private Averages[] _averages = [];

    /// <summary>Closes in the fast average.</summary>
    [Parameter("Closes in the fast average", Min = 1, Max = 1_000_000)]
    public int Fast { get; set; } = 20;

    /// <summary>Closes in the slow average; more than in the fast one.</summary>
    [Parameter("Closes in the slow average; more than in the fast one", Min = 2, Max = 1_000_000)]
    public int Slow { get; set; } = 50;

    /// <summary>Units of each position; 0 sizes by <see cref="Fraction"/>.</summary>
    [Parameter("Units of each position; 0 sizes by fraction", Min = 0, Max = 1e9)]
    public double Quantity { get; set; }

    /// <summary>Part of the equity that the instruments share equally.</summary>
    [Parameter("Part of the equity that the instruments share equally, where quantity is 0", Min = 0, Max = 10)]
    public double Fraction { get; set; } = 0.95;

    /// <summary>Go short while the fast average is below the slow one.</summary>
    [Parameter("Go short while the fast average is below the slow one")]
    public bool AllowShort { get; set; }

    /// <inheritdoc/>
    public override StrategyMetadata Metadata => Fast < Slow
        ? new("ema-cross", "trend", "Long while the fast exponential average of closes is above the slow one.", ExecutionStyle.Taker) { WarmUp = Slow }
        : throw new InvalidOperationException($"fast ({Fast}) must be below slow ({Slow}).");

    /// <inheritdoc/>
    public override void OnStart(StrategyContext context)
    {
        _averages = new Averages[context.Universe.Count];
        for (var i = 0; i < _averages.Length; i++)
        {
            _averages[i] = new(new ExponentialMovingAverage(Fast), new ExponentialMovingAverage(Slow));
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void OnTick(StrategyContext context, in MarketEvent tick)
    {
        if (tick.Kind != MarketEventKind.Bar)
        {
            return;
        }

        var instrument = tick.Instrument;
        var close = tick.Last.ToDouble();
        ref readonly var averages = ref _averages[instrument.Index];
        averages.Fast.Update(close);
        averages.Slow.Update(close);
        if (!averages.Slow.IsReady)
        {
            return;
        }

        var fast = averages.Fast.Value;
        var slow = averages.Slow.Value;
        if (!context.Working(instrument).IsFlat)
        {
            CancelAgainst(context, instrument, fast, slow);
            return;
        }

        var held = context.Position(instrument);
        if (fast > slow && held.Raw <= 0)
        {
            Enter(context, instrument, Side.Buy, held, close);
        }
        else if (fast < slow && (held.IsLong || (AllowShort && held.IsFlat)))
        {
            Enter(context, instrument, Side.Sell, held, close);
        }
    }

    // An order that the averages have turned against must not fill on; what to do instead is decided once it is gone.
    private static void CancelAgainst(StrategyContext context, InstrumentId instrument, double fast, double slow)
    {
        // From the last, and looked up each time: a cancel may take its order out of the open ones.
        for (var i = context.OpenOrders(instrument).Length - 1; i >= 0; i--)
        {
            var order = context.OpenOrders(instrument)[i];
            var isAgainst = order.Terms.Side == Side.Buy ? fast < slow : fast > slow;
            if (isAgainst && order.Status != OrdStatus.PendingCancel)
            {
                context.Cancel(order.Id, order.Terms.Side == Side.Buy ? "fast average below slow" : "fast average above slow");
            }
        }
    }

    private void Enter(StrategyContext context, InstrumentId instrument, Side side, Position held, double close)
    {
        var wanted = side == Side.Buy || AllowShort ? Units(context, instrument, close) : Domain.Quantity.Zero;
        var quantity = context.Universe[instrument].FloorToLot(held.Size + wanted);
        if (!quantity.IsZero)
        {
            context.Place(OrderRequest.Market(instrument, side, quantity) with
            {
                Rationale = side == Side.Buy ? "fast average above slow" : "fast average below slow",
            });
        }
    }

    private Quantity Units(StrategyContext context, InstrumentId instrument, double close) => Quantity > 0
        ? context.Universe[instrument].FloorToLot(Domain.Quantity.FromDouble(Quantity))
        : EquityShare.Units(context, instrument, Fraction, close);

    private readonly record struct Averages(ExponentialMovingAverage Fast, ExponentialMovingAverage Slow);
}
