using Slipstream.Domain;
using Slipstream.Lake.Bytes;
using Slipstream.Lake.Reading;

namespace Slipstream.Lake.Recognise;

/// <summary>Files with a symbol column: a first pass finds the symbols and whether the rows are in time order.</summary>
internal static class LongPlanner
{
    /// <summary>Returns the series of the file's symbols.</summary>
    public static SeriesPlan[] Of(FileLayout file, DataSource source, DoorState door)
    {
        var symbols = new SymbolTable();
        var inOrder = Scan(file, symbols);
        if (symbols.Names.Count == 0)
        {
            throw new DataException($"{file.File.Name}: the symbol column is empty.");
        }

        SymbolParts[] all = symbols.Names.Count == 1 ? [Only(file, source, symbols.Names[0])] : [.. symbols.Names.Select(n => SymbolGuess.Of(n, source.AssetClass ?? KindOf(file), file.File.Path))];
        int[] chosen = source.Symbol is null || symbols.Names.Count == 1
            ? [.. Enumerable.Range(0, all.Length).DistinctBy(i => all[i].Symbol)]
            : [.. Enumerable.Range(0, all.Length).Where(i => Is(symbols.Names[i], all[i], source.Symbol)).Take(1)];
        if (chosen.Length == 0)
        {
            throw new DataException($"{file.File.Name}: there is no {source.Symbol} in its symbol column; it holds {HeaderShape.Few(symbols.Names)}.");
        }

        var instruments = chosen.Select(i => InstrumentDefaults.Of(all[i], InstrumentDefaults.Tick(file.PriceCells, all[i].AssetClass, file.Layout.PriceScale), symbols.Names[i])).ToArray();
        _ = door;
        return
        [
            new()
            {
                Name = file.File.Name,
                Kind = file.Layout.Kind,
                Files = [new(file.File.Path, () => file)],
                Instruments = instruments,
                Symbols = symbols,
                InstrumentOfSymbol = [.. Enumerable.Range(0, all.Length).Select(i => Array.IndexOf(chosen, i))],
                OnlySymbols = inOrder && chosen.Length == all.Length ? null : chosen,
                Recognised = [new(file.File.Name, [.. file.Lines, $"instruments: {chosen.Length} of {all.Length} in the symbol column: {HeaderShape.Few([.. instruments.Select(i => i.Symbol)])}{(inOrder ? "" : "; rows are grouped by symbol, read once for each")}"])],
            },
        ];
    }

    private static AssetClass? KindOf(FileLayout file) => file.Layout.Kind == RowKind.Funding ? AssetClass.CryptoPerpetual : null;

    // The column may name less than the file does: BTC in BTCUSDT_4h.csv.
    private static SymbolParts Only(FileLayout file, DataSource source, string name)
    {
        if (source.Symbol is { } told)
        {
            return SymbolGuess.Of(told, source.AssetClass, file.File.Path);
        }

        var kind = source.AssetClass ?? KindOf(file);
        var byColumn = SymbolGuess.Of(name, kind, file.File.Path);
        var byFile = SymbolGuess.OfFile(file.File.Stem, kind, file.File.Path);
        return byColumn.AssetClass == AssetClass.Equity && byFile.Base.Equals(name, StringComparison.OrdinalIgnoreCase) ? byFile
            : byFile.AssetClass == AssetClass.CryptoPerpetual && byFile.Base == byColumn.Base && byFile.Quote == byColumn.Quote ? byFile
            : byColumn;
    }

    private static bool Is(string name, SymbolParts parts, string wanted) =>
        name.Equals(wanted, StringComparison.OrdinalIgnoreCase) || parts.Symbol.Equals(wanted, StringComparison.OrdinalIgnoreCase)
        || name.Replace("-", "", StringComparison.Ordinal).Replace("/", "", StringComparison.Ordinal).Equals(wanted.Replace("/", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);

    private static bool Scan(FileLayout file, SymbolTable symbols)
    {
        using var lines = new LineBuffer(file.File.Open().Stream, file.File.Name);
        var parser = new RowParser(file.Layout, symbols);
        var hasReceipt = file.Layout.Columns.Any(c => c.Use == Use.Received);
        var (number, last, inOrder) = (0L, long.MinValue, true);
        while (lines.Start < lines.End || lines.Refill())
        {
            var length = lines.Bytes.AsSpan(lines.Start, lines.End - lines.Start).IndexOf((byte)'\n');
            var start = lines.Start;
            lines.Start += length + 1;
            number++;
            if (length > 0 && lines.Bytes[start + length - 1] == (byte)'\r')
            {
                length--;
            }

            if (length == 0 || lines.Bytes[start] == (byte)'#' || number <= file.Layout.SkipLines || parser.Parse(ref lines.Bytes[start], length) != QuarantineReason.None)
            {
                continue;
            }

            inOrder &= hasReceipt || parser.Time >= last;
            last = parser.Time;
        }

        return inOrder;
    }
}
