using Slipstream.Domain;
using Slipstream.Lake.Bytes;
using Slipstream.Lake.Reading;

namespace Slipstream.Lake.Recognise;

/// <summary>Finds the files that a source means and makes series of them.</summary>
internal static class SourcePlanner
{
    /// <summary>Returns the series of a source.</summary>
    /// <exception cref="DataException">Prices are to be adjusted, and there is nothing to adjust them by.</exception>
    public static IEnumerable<SeriesPlan> Of(DataSource source, DoorState door)
    {
        var plans = Planned(source, door).ToArray();
        if (door.Options.Adjust != Adjustment.None && !source.Adjusted && Array.Find(plans, p => p.Factors is null) is { } bare)
        {
            var wanted = bare.FactorPath ?? $"in LEAN's folders, equity/…/factor_files/{new InputFile(bare.Files[0].Path, null).Stem.ToLowerInvariant()}.csv";
            throw new DataException($"{bare.Name}: there is no factor file beside it ({wanted}) to adjust by; leave out --adjust, or give prices that are adjusted already.");
        }

        return plans;
    }

    private static IEnumerable<SeriesPlan> Planned(DataSource source, DoorState door)
    {
        var (path, member) = Split(source);
        source = source with { Path = path, Member = member };
        if (LeanPlanner.Of(source, door) is { } lean)
        {
            return lean;
        }

        var files = Directory.Exists(path) ? FilesOf(path) : [path];
        var inputs = files.SelectMany(f => member is null ? InputFile.Members(f) : [new InputFile(f, member)]).ToArray();
        var found = inputs.Length > 1 && source.Symbol is not null
            ? Chosen(inputs, source)
            : [.. inputs.Select(f => TextRecogniser.Of(f, source))];
        return Group(found).SelectMany(g => PlansOf(g, source, door));
    }

    // Among files of several instruments a symbol selects; among files of one it names.
    private static FileLayout[] Chosen(InputFile[] inputs, DataSource source)
    {
        FileLayout[] guessed = [.. inputs.Select(f => TextRecogniser.Of(f, source with { Symbol = null }))];
        var names = guessed.SelectMany(f => f.Instruments.Select(p => p.Symbol)).Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
        if (names.Length < 2)
        {
            return [.. inputs.Select(f => TextRecogniser.Of(f, source))];
        }

        var wanted = SymbolGuess.Of(source.Symbol!, source.AssetClass, source.Path).Symbol;
        FileLayout[] chosen = [.. guessed.Where(f => f.Instruments.Count == 0 || f.Instruments.Any(p => p.Symbol.Equals(wanted, StringComparison.OrdinalIgnoreCase)))];
        return chosen.Length > 0 ? chosen : throw new DataException($"{source.Path}: there is no {source.Symbol} among its files; they hold {HeaderShape.Few(names)}.");
    }

    private static (string Path, string? Member) Split(DataSource source)
    {
        var path = source.Path;
        var mark = path.IndexOf(".zip!", StringComparison.OrdinalIgnoreCase);
        var (file, member) = mark < 0 ? (path, source.Member) : (path[..(mark + 4)], path[(mark + 5)..]);
        return File.Exists(file) || Directory.Exists(file)
            ? (Path.GetFullPath(file), member)
            : throw new DataException($"{file}: there is no such file or folder.");
    }

    private static string[] FilesOf(string folder)
    {
        string[] files = [.. Directory.GetFiles(folder).Where(InputFile.IsReadableName).Order(StringComparer.Ordinal)];
        return files.Length > 0 ? files : throw new DataException($"{folder}: the folder holds no price file (CSV or JSON, plain, gzip or zip).");
    }

    // Files of the same kind and instruments are one series; files with a symbol column each stand alone.
    private static IEnumerable<FileLayout[]> Group(FileLayout[] files) =>
        files.Select((f, i) => (File: f, Key: f.Instruments.Count == 0 ? $"#{i}" : $"{f.Layout.Kind} {string.Join(' ', f.Instruments.Select(p => p.Symbol))}"))
            .GroupBy(f => f.Key, f => f.File, StringComparer.Ordinal)
            .Select(g => g.ToArray());

    private static SeriesPlan[] PlansOf(FileLayout[] files, DataSource source, DoorState door)
    {
        var first = files[0];
        return first.Layout.IsLong ? LongPlanner.Of(first, source, door) : [Plan(files, source)];
    }

    private static SeriesPlan Plan(FileLayout[] files, DataSource source)
    {
        var first = files[0];
        var parts = first.Instruments;
        Instrument[] instruments = [.. parts.Select(p => InstrumentDefaults.Of(p, InstrumentDefaults.Tick(first.PriceCells, p.AssetClass, first.Layout.PriceScale), first.File.Stem))];
        if (source.Symbol is not null && parts.Count > 1)
        {
            return OneColumn(first, instruments, source);
        }

        return new()
        {
            Name = first.File.Name,
            Kind = first.Layout.Kind,
            Files = [.. files.Select(f => new PlannedFile(f.File.Path, () => f))],
            Instruments = instruments,
            Recognised = [.. files.Select(f => new Recognition(f.File.Name, [.. f.Lines, $"instrument: {HeaderShape.Few([.. instruments.Select(i => i.Symbol)])} ({instruments[0].AssetClass})"]))],
            SuspectSplits = !source.Adjusted && parts.Any(p => p.AssetClass == AssetClass.Equity) && parts.Count == 1,
        };
    }

    private static SeriesPlan OneColumn(FileLayout file, Instrument[] instruments, DataSource source)
    {
        var at = Array.FindIndex(instruments, i => i.Symbol.Equals(source.Symbol, StringComparison.OrdinalIgnoreCase));
        if (at < 0)
        {
            throw new DataException($"{file.File.Name}: there is no {source.Symbol} among its columns {HeaderShape.Few([.. instruments.Select(i => i.Symbol)])}.");
        }

        Column[] columns = [.. file.Layout.Columns.Select(c => c.Use != Use.Price ? c : c.Slot == at ? c with { Slot = 0 } : c with { Use = Use.Skip })];
        var narrowed = file with { Layout = file.Layout with { Columns = columns }, Instruments = [file.Instruments[at]] };
        return Plan([narrowed], source with { Symbol = null });
    }
}
