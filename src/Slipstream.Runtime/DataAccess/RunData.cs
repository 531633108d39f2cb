using System.Globalization;
using Slipstream.Adapters;
using Slipstream.Domain;
using Slipstream.Journal;
using Slipstream.Lake;
using Slipstream.Runtime.Configuration;

namespace Slipstream.Runtime.DataAccess;

/// <summary>The market data that a configuration names, opened: price files through the lake's door, prepared datasets as tapes.</summary>
public sealed class RunData : IDisposable
{
    private readonly OpenedData? _opened;
    private readonly string _kind;

    private RunData(IMarketEventReader reader, OpenedData? opened, string kind)
    {
        Reader = reader;
        _opened = opened;
        _kind = kind;
    }

    /// <summary>The events.</summary>
    public IMarketEventReader Reader { get; }

    /// <summary>What was recognised, a sentence a line.</summary>
    public IEnumerable<string> Recognised => _opened?.Recognised.SelectMany(r => r.Lines.Select((line, i) => i == 0 ? $"{r.File}: {line}" : $"  {line}")) ?? [$"{_kind}: {string.Join(", ", Reader.Universe.Instruments.ToArray().Select(i => i.Symbol))}"];

    /// <summary>What a person should know before believing results; whole once all is read.</summary>
    public IEnumerable<string> Warnings => _opened is null ? Complaints(Reader as JsonLinesFeed) : _opened.Warnings.Concat(Quarantined(_opened.Quarantine));

    /// <summary>Part read so far, 0 to 1; null where the size is not known.</summary>
    public double? Fraction => _opened is { BytesTotal: > 0 } data ? data.BytesRead / (double)data.BytesTotal.Value : null;

    /// <summary>Opens the data of a configuration.</summary>
    /// <exception cref="DataException">A file can't be used; the message says which and why.</exception>
    /// <exception cref="ConfigException">No data are named.</exception>
    public static RunData Open(RunConfig config)
    {
        var sources = Enumerable.Range(0, config.DataCount).Select(i => Source(config, i)).ToList();
        if (sources.Count == 0)
        {
            throw new ConfigException([$"No data are given: use {(config.Mode == Mode.Backtest ? "--data FILE" : "--feed FILE, or --feed - for standard input")}, or \"data\": [{{ \"path\": \"FILE\" }}] in the configuration."]);
        }

        if (sources.Exists(s => s.Path == "-"))
        {
            throw new ConfigException([$"Standard input (-) is a feed of its own: give it alone; its lines may carry any number of instruments."]);
        }

        if (sources.Exists(s => s.Path.EndsWith(".tape", StringComparison.Ordinal)))
        {
            return sources.Count == 1
                ? OfTape(sources[0])
                : throw new ConfigException(["A prepared dataset (.tape) holds all of a run's data: give it alone, or prepare the files together."]);
        }

        var opened = DataDoor.Open(sources, Rules(config));
        return new RunData(opened.Reader, opened, "price files");
    }

    /// <summary>Takes a feed that is open already.</summary>
    public static RunData OfFeed(JsonLinesFeed feed) => new(feed, null, "feed");

    /// <summary>Takes a reader that is open already, such as a synthetic market.</summary>
    /// <param name="reader">The events.</param>
    /// <param name="kind">What they are, for people.</param>
    public static RunData OfReader(IMarketEventReader reader, string kind) => new(reader, null, kind);

    /// <inheritdoc/>
    public void Dispose()
    {
        Reader.Dispose();
        _opened?.Dispose();
    }

    private static RunData OfTape(DataSource source)
    {
        var reader = TapeReader.Open(source.Path);
        if (source.Symbol is { } symbol && !reader.Universe.TryFind(symbol, out _))
        {
            var symbols = string.Join(", ", reader.Universe.Instruments.ToArray().Select(i => i.Symbol));
            reader.Dispose();
            throw new DataException($"{source.Path}: the prepared dataset holds {symbols}, not {symbol}; prepare it again to name it otherwise.");
        }

        return new RunData(reader, null, $"{source.Path}: prepared dataset");
    }

    private static DataSource Source(RunConfig config, int index)
    {
        string? Text(string name) => config.Text($"data[{index}].{name}");
        return new DataSource(Text("path")!)
        {
            Symbol = Text("symbol"),
            TimeZone = Text("timeZone"),
            BarTimes = Text("barTimes") is { } times ? (times == "end" ? BarTimes.End : BarTimes.Start) : null,
            StepSeconds = Text("stepSeconds") is { } step ? uint.Parse(step, CultureInfo.InvariantCulture) : null,
            Series = Text("series"),
            Adjusted = Text("adjusted") == "true",
            PriceScale = Text("priceScale") is { } scale ? decimal.Parse(scale, NumberStyles.Float, CultureInfo.InvariantCulture) : null,
            AssetClass = Text("assetClass") switch
            {
                "crypto" => AssetClass.Crypto,
                "crypto-perpetual" => AssetClass.CryptoPerpetual,
                "fx" => AssetClass.Fx,
                "equity" => AssetClass.Equity,
                "future" => AssetClass.Future,
                _ => null,
            },
        };
    }

    private static DoorOptions Rules(RunConfig config) => new()
    {
        MaxQuarantinedFraction = config.Number("dataRules.maxQuarantinedFraction")!.Value,
        AllowUnadjusted = config.Flag("dataRules.allowUnadjusted"),
        Adjust = config.Text("dataRules.adjust") switch
        {
            "splits" => Adjustment.Splits,
            "total" => Adjustment.Total,
            _ => Adjustment.None,
        },
    };

    private static IEnumerable<string> Complaints(JsonLinesFeed? feed) => feed is { Rejected: > 0 }
        ? [$"{feed.Rejected:N0} {(feed.Rejected == 1 ? "line" : "lines")} of the feed could not be used."]
        : [];

    private static IEnumerable<string> Quarantined(Quarantine quarantine)
    {
        if (quarantine.Quarantined > 0)
        {
            yield return $"{quarantine.Quarantined:N0} of {quarantine.RowsRead:N0} rows were quarantined: {string.Join(", ", quarantine.Counts.OrderBy(c => c.Key).Select(c => $"{c.Key} {c.Value:N0}"))}.";
            foreach (var example in quarantine.Examples.Take(5))
            {
                yield return $"quarantined {example}";
            }
        }

        if (quarantine.Dropped > 0)
        {
            yield return $"{quarantine.Dropped:N0} rows repeated the row before and were dropped.";
        }
    }
}
