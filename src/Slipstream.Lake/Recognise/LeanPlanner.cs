using System.Text;
using Slipstream.Domain;
using Slipstream.Lake.Bytes;
using Slipstream.Lake.Reading;

namespace Slipstream.Lake.Recognise;

/// <summary>The folder layout of QuantConnect's LEAN.</summary>
internal static class LeanPlanner
{
    /// <summary>Returns the series of a LEAN path; null where it is none.</summary>
    public static IEnumerable<SeriesPlan>? Of(DataSource source, DoorState door)
    {
        if (LeanPath.Of(source.Path) is not { } path)
        {
            return null;
        }

        if (path.Symbol is null)
        {
            path = WithSymbol(path, source);
            source = source with { Path = path.Path, Symbol = null };
        }

        var files = Choose(path, Directory.Exists(path.Path) ? [.. Directory.GetFiles(path.Path, "*.zip").Order(StringComparer.Ordinal)] : [path.Path], source);
        return files.GroupBy(path.SeriesOf).OrderBy(g => g.Key == "trade" ? 0 : 1).SelectMany(g => Contracts(path, g.Key, [.. g], source, door));
    }

    // A folder that holds many symbols, and a symbol chosen from it.
    private static LeanPath WithSymbol(LeanPath path, DataSource source)
    {
        var names = Directory.GetFileSystemEntries(path.Path).Order(StringComparer.Ordinal).ToArray();
        var wanted = source.Symbol?.Replace("/", "", StringComparison.Ordinal).ToLowerInvariant();
        var found = names.FirstOrDefault(n => wanted is not null && LeanPath.Of(n)?.Symbol == wanted);
        return found is not null ? LeanPath.Of(found)! : throw new DataException(
            $"{path.Path}: this folder holds several symbols ({HeaderShape.Few([.. names.Select(n => LeanPath.Of(n)?.Symbol ?? n).Distinct()])}); name one of them.");
    }

    private static string[] Choose(LeanPath path, string[] files, DataSource source)
    {
        var usable = files.Where(f => path.SeriesOf(f) != "openinterest").ToArray();
        if (usable.Length == 0)
        {
            throw new DataException(files.Length == 0 ? $"{path.Path}: the folder holds no zip." : $"{path.Path}: open interest is no price; name a trade or quote file.");
        }

        var kinds = usable.Select(path.SeriesOf).Distinct().ToArray();
        if (source.Series is { } series)
        {
            return kinds.Contains(series) ? [.. usable.Where(f => path.SeriesOf(f) == series)] : throw new DataException($"{path.Path}: there is no series '{series}'; it holds {string.Join(" and ", kinds)}.");
        }

        // Bars of trades tell more than bars of quotes; ticks of both belong together.
        return path.Resolution != "tick" && kinds.Contains("trade") ? [.. usable.Where(f => path.SeriesOf(f) == "trade")] : usable;
    }

    private static IEnumerable<SeriesPlan> Contracts(LeanPath path, string series, string[] files, DataSource source, DoorState door)
    {
        var members = files.SelectMany(InputFile.Members).ToArray();
        if (path.AssetClass != AssetClass.Future)
        {
            return [Plan(path, series, members, Name(path, source), source, door)];
        }

        string Contract(InputFile f) => $"{path.Symbol!.ToUpperInvariant()}{f.Stem.Split('_')[^1]}";
        var contracts = members.GroupBy(Contract, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).ToArray();
        var chosen = source.Symbol is null ? contracts : [.. contracts.Where(c => c.Key.Equals(source.Symbol, StringComparison.OrdinalIgnoreCase))];
        return chosen.Length > 0
            ? chosen.Select(c => Plan(path, series, [.. c], SymbolParts.Future(c.Key), source, door))
            : throw new DataException($"{path.Path}: there is no contract {source.Symbol}; it holds {HeaderShape.Few([.. contracts.Select(c => c.Key)])}.");
    }

    private static SymbolParts Name(LeanPath path, DataSource source) =>
        SymbolGuess.Of(source.Symbol ?? path.Symbol!, source.AssetClass ?? path.AssetClass, path.Path);

    private static SeriesPlan Plan(LeanPath path, string series, InputFile[] files, SymbolParts parts, DataSource source, DoorState door)
    {
        FileLayout Found(InputFile f) => new(f, LeanColumns.Of(path, series, LeanPath.DayOf(f.Path), source), [parts], [], []);
        var first = Found(files[0]);
        var sample = Sample.Read(files[0]);
        var priceAt = first.Layout.Columns.Select((c, i) => (c, i)).Where(x => x.c.Use == Use.Price).Select(x => x.i).ToArray();
        var cells = sample.Rows.SelectMany(r => priceAt.Where(i => i < r.Length).Select(i => r[i])).Where(c => c.Length > 0);
        var instrument = InstrumentDefaults.Of(parts, InstrumentDefaults.Tick(cells, parts.AssetClass, first.Layout.PriceScale), path.Symbol!.ToUpperInvariant()) with { Venue = new(path.Market) };
        var name = files.Length == 1 ? files[0].Path : Path.GetDirectoryName(files[0].Path)!;
        var factors = parts.AssetClass == AssetClass.Equity && !source.Adjusted && File.Exists(path.FactorFile) ? FactorFile.Read(path.FactorFile) : null;
        var lines = Describe(path, series, files, first.Layout, instrument);
        if (factors is not null)
        {
            Judge(factors, path, files, name, door, lines);
        }

        return new()
        {
            Name = name,
            Kind = first.Layout.Kind,
            Files = [.. files.Select(f => new PlannedFile(f.Path, () => Found(f)))],
            Instruments = [instrument],
            Recognised = [new(name, lines)],
            Factors = factors,
            FactorPath = parts.AssetClass == AssetClass.Equity ? path.FactorFile : null,
            SuspectSplits = factors is null && parts.AssetClass == AssetClass.Equity && !source.Adjusted,
            Zone = first.Layout.Time.Zone,
        };
    }

    private static List<string> Describe(LeanPath path, string series, InputFile[] files, Layout layout, Instrument instrument) =>
    [
        $"format: LEAN {path.Type}, market {path.Market}, {path.Resolution}, {series}; {files.Length} file{(files.Length == 1 ? "" : "s")}",
        $"columns: {string.Join(", ", layout.Columns.Where(c => c.Use != Use.Skip).Select(c => c.Name))}{(layout.Kind == RowKind.QuoteBars ? "; read as bars of the middle of bid and ask, without volume" : "")}",
        $"time: {(path.IsWhole ? "written out" : "milliseconds of the day in the file's name")}, in {layout.Time.Zone.Id}{(layout.StepSeconds > 0 ? $"; start of a bar of {StepGuess.Describe(layout.StepSeconds)}" : "")}",
        $"prices: times {Grid.Format(layout.PriceScale)}{(instrument.AssetClass == AssetClass.Equity ? ", raw" : "")}",
        $"instrument: {instrument.Symbol} ({instrument.AssetClass})",
    ];

    private static void Judge(FactorFile factors, LeanPath path, InputFile[] files, string name, DoorState door, List<string> lines)
    {
        var (from, to) = Range(path, files);
        if (door.Options.Adjust != Adjustment.None)
        {
            lines.Add($"adjusted: {(door.Options.Adjust == Adjustment.Total ? "for splits and dividends" : "for splits")} by {path.FactorFile}");
            return;
        }

        if (factors.FirstSplit(from, to) is not { } split)
        {
            return;
        }

        var ratio = split.Ratio >= 1 ? $"{split.Ratio:0.####}:1 split" : $"1:{1 / split.Ratio:0.####} reverse split";
        var said = $"{name}: the prices are raw, and {path.FactorFile} names a {ratio} after {split.LastDayBefore:yyyy-MM-dd} (factor {split.Ratio:0.####}) within their range {from:yyyy-MM-dd} to {to:yyyy-MM-dd}";
        if (!door.Options.AllowUnadjusted)
        {
            throw new DataException($"{said}; adjust them (--adjust splits or --adjust total), or allow unadjusted prices.");
        }

        door.Warnings.Add($"{said}; unadjusted prices were allowed.");
    }

    private static (DateOnly From, DateOnly To) Range(LeanPath path, InputFile[] files)
    {
        if (!path.IsWhole)
        {
            var days = files.Select(f => LeanPath.DayOf(f.Path)).Where(d => d is not null).Select(d => d!.Value).ToArray();
            return days.Length == 0 ? default : (days.Min(), days.Max());
        }

        using var lines = new LineBuffer(files[0].Open().Stream, files[0].Name);
        DateOnly? first = null;
        var last = default(DateOnly);
        while (lines.Start < lines.End || lines.Refill())
        {
            var head = Encoding.UTF8.GetString(lines.Bytes, lines.Start, Math.Min(8, lines.End - lines.Start));
            lines.Start += lines.Bytes.AsSpan(lines.Start, lines.End - lines.Start).IndexOf((byte)'\n') + 1;
            if (LeanPath.DayOf(head) is { } day)
            {
                first ??= day;
                last = day;
            }
        }

        return (first ?? last, last);
    }
}
