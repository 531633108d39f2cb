using Slipstream.Domain;
using Slipstream.Lake.Reading;

namespace Slipstream.Lake.Recognise;

/// <summary>One series that is to be read: files in order, and the instruments in them.</summary>
internal sealed class SeriesPlan
{
    /// <summary>Name for messages.</summary>
    public required string Name { get; init; }

    /// <summary>What its rows tell.</summary>
    public required RowKind Kind { get; init; }

    /// <summary>The files in order.</summary>
    public required IReadOnlyList<PlannedFile> Files { get; init; }

    /// <summary>Instruments by the series' own numbers.</summary>
    public required IReadOnlyList<Instrument> Instruments { get; init; }

    /// <summary>What was recognised.</summary>
    public required IReadOnlyList<Recognition> Recognised { get; init; }

    /// <summary>Names in the symbol column, if there is one.</summary>
    public SymbolTable? Symbols { get; init; }

    /// <summary>Numbers of the symbols to read; null for all at once in one pass.</summary>
    public IReadOnlyList<int>? OnlySymbols { get; init; }

    /// <summary>Universe instrument of each symbol number, where a symbol column tells.</summary>
    public IReadOnlyList<int>? InstrumentOfSymbol { get; init; }

    /// <summary>The factor file beside raw share prices.</summary>
    public FactorFile? Factors { get; init; }

    /// <summary>Where the factor file of shares lies or would lie; null for anything that has none.</summary>
    public string? FactorPath { get; init; }

    /// <summary>Suspect splits?</summary>
    public bool SuspectSplits { get; init; }

    /// <summary>Zone of trading days, for factors.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>Stored bytes that reading it takes.</summary>
    public long StoredBytes => Files.Select(f => f.Path).Sum(p => new FileInfo(p).Length) * (OnlySymbols?.Count ?? 1);

    /// <summary>Opens the series: one, or one a symbol where the file is grouped by symbol.</summary>
    public IEnumerable<ISeries> Open(Universe universe, DoorState door)
    {
        var ids = Instruments.Select(i => universe.TryFind(i.Symbol, out var id) ? id : throw new InvalidOperationException($"{i.Symbol} is not in the universe.")).ToArray();
        if (InstrumentOfSymbol is not null)
        {
            ids = [.. InstrumentOfSymbol.Select(k => k < 0 ? default : ids[k])];
        }

        return OnlySymbols is null ? [Open(ids, -1, door)] : OnlySymbols.Select(only => Open(ids, only, door));
    }

    private ISeries Open(InstrumentId[] ids, int only, DoorState door)
    {
        var state = new SeriesState(ids);
        var watch = Factors is null && !SuspectSplits ? null : new PriceWatch(Factors, door.Options.Adjust, SuspectSplits, Zone, Name, door.Warnings);
        Func<ISeries>[] files = [.. Files.Select(f => new Func<ISeries>(() => OpenFile(f, state, only, door, watch)))];
        var series = new SeriesReader(files);
        return Symbols is not null && only < 0 ? new TieSorter(series) : series;
    }

    private ISeries OpenFile(PlannedFile file, SeriesState state, int only, DoorState door, PriceWatch? watch)
    {
        var found = file.Layout();
        ISeries reader = found.Layout.Kind == RowKind.Feed ? new FeedReader(found.File, found.Layout, state, door) : new RowReader(found.File, found.Layout, state, door, Symbols, only, watch);
        return found.Layout.Descending ? new TurnedAround(reader, found.File.Name) : reader;
    }
}
