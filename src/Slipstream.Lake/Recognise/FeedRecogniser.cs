using Slipstream.Domain;
using Slipstream.Lake.Reading;
using Slipstream.Lake.Text;

namespace Slipstream.Lake.Recognise;

/// <summary>Recognises recorded web-socket feeds: Binance's messages behind the receipt time, and Bybit's order book.</summary>
internal static class FeedRecogniser
{
    /// <summary>Returns how to read a feed; null where it is none.</summary>
    public static FileLayout? Of(Sample sample, DataSource source)
    {
        var first = sample.Lines[0];
        var isBybit = first.StartsWith('{') && first.AsSpan(0, Math.Min(first.Length, 100)).Contains("\"topic\":\"orderbook", StringComparison.Ordinal);
        var isBinance = first.Length > 25 && first.AsSpan(0, 19).IndexOfAnyExceptInRange('0', '9') < 0 && first.AsSpan(19).StartsWith(" {");
        if (sample.IsJson || (!isBinance && !isBybit))
        {
            return null;
        }

        var name = sample.Lines.Select(SymbolIn).FirstOrDefault(s => s is not null) ?? sample.File.Stem;
        var isFutures = isBinance && sample.Lines.Any(l => l.Contains("\"pu\":", StringComparison.Ordinal));
        var kind = source.AssetClass ?? (isFutures ? AssetClass.CryptoPerpetual : AssetClass.Crypto);
        var snapshot = Enumerable.Range(0, sample.Lines.Count).FirstOrDefault(i => IsSnapshot(sample.Lines[i]), -1);
        var parts = SymbolGuess.Of(source.Symbol ?? name, kind, sample.File.Path);
        List<string> lines =
        [
            isBinance ? "format: recorded Binance feed, a receipt time and a message a line" : "format: recorded Bybit order book, a message a line",
            "events: changes of the book, best bid and ask, trades",
            isBinance
                ? "time: the exchange's event time, held where it would go backwards; messages without one: receipt plus the last known difference of the clocks"
                : "time: the exchange's time of sending",
            snapshot < 0 ? "snapshot: none in the first lines; the book fills from changes alone" : $"snapshot: line {sample.LineNumbers[snapshot]}; changes that it contains are dropped",
        ];
        var layout = new Layout
        {
            Kind = RowKind.Feed,
            Time = new(TimeStyle.Epoch, 1, false, TimeZoneInfo.Utc),
            HasSnapshot = snapshot >= 0,
        };
        return new(sample.File, layout, [parts], lines, [.. sample.Lines.Take(200).Select(PriceIn).Where(p => p is not null).Select(p => p!)]);
    }

    private static bool IsSnapshot(string line) =>
        line.Contains("\"lastUpdateId\"", StringComparison.Ordinal) || line.Contains("\"type\":\"snapshot\"", StringComparison.Ordinal);

    private static string? SymbolIn(string line) => Between(line, "\"s\":\"");

    private static string? PriceIn(string line) => Between(line, "[[\"")?.TrimEnd('0');

    private static string? Between(string line, string before)
    {
        var at = line.IndexOf(before, StringComparison.Ordinal);
        var end = at < 0 ? -1 : line.IndexOf('"', at + before.Length);
        return end < 0 ? null : line[(at + before.Length)..end];
    }
}
