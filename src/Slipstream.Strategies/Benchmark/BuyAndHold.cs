using Slipstream.Domain;

namespace Slipstream.Strategies.Benchmark;

/// <summary>Buys an equal part of the equity of each instrument when it is first seen, and holds it: what any other strategy must beat.</summary>
/// <remarks>Source: Sharpe (1991), "The arithmetic of active management", Financial Analysts Journal 47, 7-9.</remarks>
public sealed class BuyAndHold : Strategy
{
    private bool[] _bought = [];

    /// <summary>Part of the equity that the instruments share equally; the rest pays fees and the move until the fill.</summary>
    [Parameter("Part of the equity that the instruments share equally; the rest pays fees and the move until the fill", Min = 0, Max = 10)]
    public double Fraction { get; set; } = 0.99;

    /// <inheritdoc/>
    public override StrategyMetadata Metadata =>
        new("buy-and-hold", "benchmark", "Buys an equal part of each instrument when it is first seen, and holds it.", ExecutionStyle.Taker)
        {
            Needs = [MarketEventKind.Bar, MarketEventKind.Quote, MarketEventKind.Trade],
            WarmUp = 1,
        };

    /// <inheritdoc/>
    public override void OnStart(StrategyContext context) => _bought = new bool[context.Universe.Count];

    /// <inheritdoc/>
    public override void OnTick(StrategyContext context, in MarketEvent tick)
    {
        if (!_bought[tick.Instrument.Index] && tick.Kind is MarketEventKind.Bar or MarketEventKind.Quote or MarketEventKind.Trade)
        {
            _bought[tick.Instrument.Index] = true;
            Buy(context, tick.Instrument, tick.Last);
        }
    }

    private void Buy(StrategyContext context, InstrumentId instrument, Price price)
    {
        var quantity = EquityShare.Units(context, instrument, Fraction, price.ToDouble());
        if (quantity.IsZero)
        {
            context.Decide("the share of the equity is worth less than one lot");
        }
        else
        {
            context.Buy(instrument, quantity, "first sight");
        }
    }
}
