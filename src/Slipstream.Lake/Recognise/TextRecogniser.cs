using System.Text;
using Slipstream.Domain;
using Slipstream.Lake.Bytes;
using Slipstream.Lake.Reading;
using Slipstream.Lake.Text;

namespace Slipstream.Lake.Recognise;

/// <summary>Recognises a file from its first lines.</summary>
internal static class TextRecogniser
{
    /// <summary>Returns how to read the file.</summary>
    public static FileLayout Of(InputFile file, DataSource source)
    {
        var sample = Sample.Read(file);
        if (FeedRecogniser.Of(sample, source) is { } feed)
        {
            return feed;
        }

        var header = Enumerable.Range(0, Math.Min(5, sample.Rows.Count)).FirstOrDefault(i => HeaderShape.IsHeader(sample.Rows[i]), -1);
        var rows = sample.Rows.Skip(header + 1).ToArray();
        if (rows.Length == 0)
        {
            throw new DataException($"{file.Name}: holds only a header ({HeaderShape.Few(sample.Rows[header])}), no rows.");
        }

        var shape = header >= 0 ? HeaderShape.Of(sample.Rows[header], rows, source) : BareShape.Of(rows, source, file.Stem);
        return shape is null ? throw NotPrices(sample, header) : Finish(sample, header, rows, shape, source);
    }

    private static DataException NotPrices(Sample sample, int header)
    {
        var line = header >= 0 ? sample.LineNumbers[header] : sample.LineNumbers[0];
        var found = header >= 0
            ? $"found the columns {HeaderShape.Few(sample.Rows[header])}"
            : $"found no header that names a time and prices, and {sample.Rows[0].Length} columns whose values ({HeaderShape.Few([.. sample.Rows[0].Select(c => c.Length > 24 ? c[..24] + "…" : c)])}) are no known price layout";
        return new($"{sample.File.Name}:{line}: {found}; needed are a time and open, high, low, close, or a time and close, or time, price and size, or time, bid and ask. Name the columns in a header line.");
    }

    private static FileLayout Finish(Sample sample, int header, string[][] rows, Shape shape, DataSource source)
    {
        var file = sample.File;
        var timeAt = shape.Find(Use.Time);
        var clockAt = shape.Find(Use.TimeOfDay);
        string TimeCell(string[] r) => clockAt < 0 ? r[timeAt] : $"{r[timeAt]} {r[clockAt]}";
        var full = rows.Where(r => r.Length > Math.Max(timeAt, clockAt)).ToArray();
        var cells = full.Select(TimeCell).ToArray();
        var zone = ZoneClock.Find(source.TimeZone ?? shape.FixedZone ?? "UTC");
        var format = TimeGuess.Of(cells, source, zone)
            ?? throw new DataException($"{file.Name}:{sample.LineNumbers[header + 1]}: '{(cells.Length > 0 ? cells[0] : "")}' in column {shape.Columns[timeAt].Name} is no time that can be read; use ISO times such as 2024-05-01T13:30:00Z or a Unix time.");
        var times = TimeGuess.Read(cells, format);
        var known = times.Where(t => t is not null).Select(t => t!.Value).ToArray();
        var symbolAt = shape.Find(Use.Symbol);
        var series = symbolAt < 0
            ? [known]
            : full.Zip(times).Where(p => p.Second is not null && p.First.Length > symbolAt).GroupBy(p => p.First[symbolAt], p => p.Second!.Value).Select(g => g.ToArray()).ToArray();
        var isBars = shape.Kind is RowKind.Bars or RowKind.Closes or RowKind.QuoteBars;
        var step = !isBars ? 0 : source.StepSeconds ?? series.Select(StepGuess.Of).Where(s => s is not null).Min() ?? StepGuess.OfName(file.Stem) ?? 0;
        var scale = source.PriceScale is { } p ? checked((long)(p * Grid.UnitsPerOne)) : Grid.UnitsPerOne;
        var parts = Instruments(shape, file, source);
        var layout = new Layout
        {
            Kind = shape.Kind,
            Delimiter = sample.Delimiter,
            SkipLines = header >= 0 ? sample.LineNumbers[header] : 0,
            Columns = shape.Columns,
            Time = format,
            BarTimes = source.BarTimes ?? shape.BarTimes ?? BarTimes.Start,
            StepSeconds = step,
            PriceScale = scale,
            AllowNegative = (parts.Count > 0 ? parts[0].AssetClass : source.AssetClass ?? SymbolGuess.KindOf(file.Path)) == AssetClass.Future,
            Descending = series.Length > 0 && IsDescending(series[0]),
            IsJson = sample.IsJson,
        };
        return new(file, layout, parts, Describe(sample, shape, layout, source, cells, step), PriceCells(shape, rows));
    }

    private static bool IsDescending(long[] times) => times.Length > 1 && times.Zip(times.Skip(1)).Count(t => t.Second < t.First) * 2 >= times.Length;

    private static IReadOnlyList<SymbolParts> Instruments(Shape shape, InputFile file, DataSource source)
    {
        if (shape.Find(Use.Symbol) >= 0)
        {
            return [];
        }

        var prices = shape.Columns.Where(c => c.Use == Use.Price).ToArray();
        var isWide = shape.Kind == RowKind.Closes && ColumnNames.Of(prices[0].Name) is var m && (prices.Length > 1 || m is Meaning.Unknown || prices[0].Name.Length == 1);
        if (isWide && (prices.Length > 1 || source.Symbol is null))
        {
            return [.. prices.Select(c => SymbolGuess.Of(c.Name, source.AssetClass, file.Path))];
        }

        return [source.Symbol is { } s ? SymbolGuess.Of(s, source.AssetClass, $"{file.Path}/{file.Stem}") : SymbolGuess.OfFile(file.Stem, source.AssetClass, file.Path)];
    }

    private static IReadOnlyList<string> PriceCells(Shape shape, string[][] rows)
    {
        int[] at = [.. shape.Columns.Select((c, i) => (c, i)).Where(x => x.c.Use == Use.Price).Select(x => x.i)];
        return [.. rows.SelectMany(r => at.Where(i => i < r.Length).Select(i => r[i])).Where(c => c.Length > 0)];
    }

    private static List<string> Describe(Sample sample, Shape shape, Layout layout, DataSource source, string[] cells, uint step)
    {
        var hasOffset = cells.Length > 0 && DateTimeText.TryParse(Encoding.UTF8.GetBytes(cells[0]), layout.Time.Style, out _, out var offset) && offset is not null;
        var lines = new List<string>
        {
            $"format: {(sample.IsJson ? "JSON" : $"text, delimiter {(sample.Delimiter == 9 ? "tab" : (char)sample.Delimiter)}")}{(sample.Encoding is null ? "" : $", {sample.Encoding}")}",
            shape.Note,
            $"time: {shape.Columns[shape.Find(Use.Time)].Name}, {TimeGuess.Describe(layout.Time, hasOffset)}{(source.TimeZone is null && !hasOffset && shape.FixedZone is null && layout.Time.Style != TimeStyle.Epoch ? " (assumed)" : "")}",
        };
        if (layout.Kind is RowKind.Bars or RowKind.Closes)
        {
            var told = source.BarTimes is not null ? "as told" : shape.BarTimes is not null ? "by the column's name" : "assumed";
            lines.Add($"bars: times mark the {(layout.BarTimes == BarTimes.Start ? "start" : "end")} ({told}); step {StepGuess.Describe(step)} ({(source.StepSeconds is null ? "smallest common gap" : "as told")})");
        }

        if (layout.Descending)
        {
            lines.Add("order: newest first; turned around in memory");
        }

        if (layout.PriceScale != Grid.UnitsPerOne)
        {
            lines.Add($"prices: times {Grid.Format(layout.PriceScale)}");
        }

        lines.Add($"sampled: {sample.Rows.Count} lines");
        return lines;
    }
}
