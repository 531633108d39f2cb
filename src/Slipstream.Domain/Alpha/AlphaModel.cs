namespace Slipstream.Domain;

/// <summary>
/// A bar-based model: signals, then sizes. <see cref="AlphaStrategy"/> runs it as a <see cref="Strategy"/>, so it needs
/// to say only what it believes. Parameters are properties marked with <see cref="ParameterAttribute"/>.
/// </summary>
public abstract class AlphaModel
{
    /// <summary>What it is.</summary>
    public abstract StrategyMetadata Metadata { get; }

    /// <summary>Called once, before the first bar.</summary>
    public virtual void Start(Universe universe)
    {
    }

    /// <summary>Sets the forecast of each instrument it has a view on, from bars up to now.</summary>
    /// <param name="bars">The bars that end now.</param>
    /// <param name="signals">Where to put the forecasts; empty.</param>
    public abstract void GenerateSignals(BarSlice bars, Signals signals);

    /// <summary>Turns forecasts into signed units. Unless overridden: forecast times an equal share of the capital, at the bar's close.</summary>
    /// <param name="bars">The bars that end now.</param>
    /// <param name="signals">The forecasts.</param>
    /// <param name="budget">How much risk may be taken.</param>
    /// <param name="targets">Where to put the positions; empty.</param>
    public virtual void SizePositions(BarSlice bars, Signals signals, RiskBudget budget, TargetPositions targets)
    {
        for (ushort i = 0; i < bars.Instruments; i++)
        {
            var id = new InstrumentId(i);
            if (signals[id] is { } forecast && bars.Has(id) && bars[id].Close.Raw > 0)
            {
                targets[id] = forecast * budget.Capital / budget.Instruments / bars[id].Close.ToDouble();
            }
        }
    }
}
