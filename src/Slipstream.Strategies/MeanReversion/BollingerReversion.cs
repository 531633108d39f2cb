using Slipstream.Domain;
using Slipstream.Quant.Indicators;

namespace Slipstream.Strategies.MeanReversion;

/// <summary>Buys a close below the lower Bollinger band, sells one above the upper if shorts are allowed, and leaves at the middle.</summary>
/// <remarks>
/// After a stop it enters again only once a close has been inside the bands. Sources: Bollinger (2001), Bollinger on Bollinger Bands;
/// Chan (2013), Algorithmic Trading, chapter 3.
/// </remarks>
public sealed class BollingerReversion : Strategy
{
    private State[] _states = [];

    /// <summary>Closes in the mean and standard deviation.</summary>
    [Parameter("Closes in the mean and the standard deviation", Min = 2, Max = 1_000_000)]
    public int Period { get; set; } = 20;

    /// <summary>Distance of a band from the mean in standard deviations.</summary>
    [Parameter("Distance of a band from the mean, in standard deviations", Min = 0.1, Max = 20)]
    public double Width { get; set; } = 2;

    /// <summary>Distance of the stop from the entry in standard deviations at entry; 0 is no stop.</summary>
    [Parameter("Distance of the stop from the close of entry, in standard deviations at entry; 0 is no stop", Min = 0, Max = 100)]
    public double Stop { get; set; }

    /// <summary>Units of each position; 0 sizes by <see cref="Fraction"/>.</summary>
    [Parameter("Units of each position; 0 sizes by fraction", Min = 0, Max = 1e9)]
    public double Quantity { get; set; }

    /// <summary>Part of the equity that the instruments share equally.</summary>
    [Parameter("Part of the equity that the instruments share equally, where quantity is 0", Min = 0, Max = 10)]
    public double Fraction { get; set; } = 0.95;

    /// <summary>Go short above the upper band, but never in spot coins.</summary>
    [Parameter("Go short above the upper band, but never in spot coins")]
    public bool AllowShort { get; set; }

    /// <inheritdoc/>
    public override StrategyMetadata Metadata =>
        new("bollinger-reversion", "mean-reversion", "Buys below the lower Bollinger band and leaves at the middle.", ExecutionStyle.Taker) { WarmUp = Period };

    /// <inheritdoc/>
    public override void OnStart(StrategyContext context)
    {
        _states = new State[context.Universe.Count];
        for (var i = 0; i < _states.Length; i++)
        {
            _states[i].Bands = new BollingerBands(Period, Width);
        }
    }

    /// <inheritdoc/>
    public override void OnTick(StrategyContext context, in MarketEvent tick)
    {
        if (tick.Kind != MarketEventKind.Bar)
        {
            return;
        }

        var instrument = tick.Instrument;
        var close = tick.Last.ToDouble();
        ref var state = ref _states[instrument.Index];
        var bands = state.Bands;
        bands.Update(close);
        if (!bands.IsReady)
        {
            return;
        }

        state.IsStopped &= close < bands.Lower || close > bands.Upper;
        if (!context.Working(instrument).IsFlat)
        {
            return;
        }

        var held = context.Position(instrument);
        if (held.IsFlat)
        {
            Enter(context, instrument, ref state, close);
        }
        else
        {
            Leave(context, instrument, ref state, held, close);
        }
    }

    private void Enter(StrategyContext context, InstrumentId instrument, ref State state, double close)
    {
        var bands = state.Bands;
        var isBelow = close < bands.Lower;
        if (state.IsStopped || !(isBelow || (MayShort(context, instrument) && close > bands.Upper)))
        {
            return;
        }

        var units = Quantity > 0
            ? context.Universe[instrument].FloorToLot(Domain.Quantity.FromDouble(Quantity))
            : EquityShare.Units(context, instrument, Fraction, close);
        if (!units.IsZero)
        {
            state.StopDistance = Stop * (bands.Upper - bands.Middle) / Width;
            state.EntryClose = close;
            var request = OrderRequest.Market(instrument, isBelow ? Side.Buy : Side.Sell, units);
            context.Place(request with { Rationale = isBelow ? "close below the lower band" : "close above the upper band" });
        }
    }

    private bool MayShort(StrategyContext context, InstrumentId instrument) => AllowShort && context.Universe[instrument].AssetClass != AssetClass.Crypto;

    private void Leave(StrategyContext context, InstrumentId instrument, ref State state, Position held, double close)
    {
        var isBack = held.IsLong ? close >= state.Bands.Middle : close <= state.Bands.Middle;
        var lost = held.IsLong ? state.EntryClose - close : close - state.EntryClose;
        var isStop = Stop > 0 && lost >= state.StopDistance;
        if (isBack || isStop)
        {
            state.IsStopped = !isBack;
            context.MoveTo(instrument, Position.Flat, isBack ? "back at the middle" : "stop");
        }
    }

    private struct State
    {
        public BollingerBands Bands;
        public double EntryClose;
        public double StopDistance;
        public bool IsStopped;
    }
}
