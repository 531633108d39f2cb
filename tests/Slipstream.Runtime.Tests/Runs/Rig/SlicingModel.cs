using Slipstream.Domain;

namespace Slipstream.Runtime.Tests.Runs.Rig;

/// <summary>An alpha model over several instruments: yesterday's winners, by the move of each close.</summary>
public sealed class SlicingModel : AlphaModel
{
    private double[] _before = [];

    [Parameter("Forecast a unit of relative move")]
    public double Strength { get; set; } = 20;

    public override StrategyMetadata Metadata { get; } = new("slicing-model", "test", "Follows each bar's move.", ExecutionStyle.Taker);

    public override void Start(Universe universe) => _before = new double[universe.Count];

    public override void GenerateSignals(BarSlice bars, Signals signals)
    {
        for (ushort i = 0; i < bars.Instruments; i++)
        {
            var id = new InstrumentId(i);
            if (!bars.Has(id))
            {
                continue;
            }

            var close = bars[id].Close.ToDouble();
            if (_before[i] > 0)
            {
                signals[id] = Math.Max(0, Math.Clamp(Strength * ((close / _before[i]) - 1), -1, 1));
            }

            _before[i] = close;
        }

        signals.Rationale = "moved";
    }
}
