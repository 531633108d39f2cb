namespace Slipstream.Domain.Tests.Alpha;

/// <summary>A model that says what the test wrote down: forecasts by instrument, or targets in units.</summary>
internal sealed class ScriptedModel : AlphaModel
{
    public Dictionary<int, double?> Forecasts { get; } = [];

    public Dictionary<int, double> Units { get; } = [];

    public List<string> Slices { get; } = [];

    public List<RiskBudget> Budgets { get; } = [];

    public int Started { get; private set; }

    public override StrategyMetadata Metadata { get; } = new("scripted", "test", "Says what the test wrote.", ExecutionStyle.Taker);

    public override void Start(Universe universe) => Started = universe.Count;

    public override void GenerateSignals(BarSlice bars, Signals signals)
    {
        Slices.Add(string.Join(',', Enumerable.Range(0, bars.Instruments).Where(i => bars.Has(new((ushort)i)))));
        signals.Rationale = "scripted";
        foreach (var (instrument, forecast) in Forecasts)
        {
            signals[new((ushort)instrument)] = forecast;
        }
    }

    public override void SizePositions(BarSlice bars, Signals signals, RiskBudget budget, TargetPositions targets)
    {
        Budgets.Add(budget);
        if (Units.Count == 0)
        {
            base.SizePositions(bars, signals, budget, targets);
        }

        foreach (var (instrument, units) in Units)
        {
            targets[new((ushort)instrument)] = units;
        }
    }
}
