using Slipstream.Domain;
using Slipstream.Lake.Reading;
using Slipstream.Lake.Recognise;

namespace Slipstream.Lake;

/// <summary>Opens price files of any known kind as one stream of market events.</summary>
public static class DataDoor
{
    /// <summary>Recognises the sources and opens them as one stream, merged by time; at equal times in the universe's order.</summary>
    /// <param name="sources">Files and folders; their order is the universe's order.</param>
    /// <param name="options">How strict to be.</param>
    /// <exception cref="DataException">A source is missing, unknown or damaged. Damage further on is thrown while reading.</exception>
    public static OpenedData Open(IReadOnlyList<DataSource> sources, DoorOptions options)
    {
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(options);
        if (sources.Count == 0)
        {
            throw new DataException("No data is given; name a price file.");
        }

        var door = new DoorState(options);
        var plans = sources.SelectMany(s => SourcePlanner.Of(s, door)).ToArray();
        var universe = UniverseOf(plans, door);
        ISeries[] series = [.. plans.SelectMany(p => p.Open(universe, door))];
        IMarketEventReader reader = series.Length == 1 ? new SingleReader(universe, series[0]) : new MergeReader(universe, series);
        var bytes = plans.Sum(p => p.StoredBytes);
        return new(reader, [.. plans.SelectMany(p => p.Recognised)], door.Quarantine, door.Warnings, bytes, () => door.BytesRead);
    }

    private static Universe UniverseOf(SeriesPlan[] plans, DoorState door)
    {
        var instruments = new List<Instrument>();
        var bySymbol = new Dictionary<string, SeriesPlan>(StringComparer.OrdinalIgnoreCase);
        foreach (var plan in plans.OrderBy(p => p.Kind == RowKind.Funding))
        {
            foreach (var instrument in plan.Instruments)
            {
                if (bySymbol.TryAdd(instrument.Symbol, plan))
                {
                    instruments.Add(instrument);
                }
                else if (plan.Kind == bySymbol[instrument.Symbol].Kind && plan.Kind is not RowKind.Funding)
                {
                    door.Warnings.Add($"{plan.Name} and {bySymbol[instrument.Symbol].Name} both hold {instrument.Symbol}; their events are mixed by time. Give one of them another symbol if they differ.");
                }
            }
        }

        return new(instruments);
    }
}
