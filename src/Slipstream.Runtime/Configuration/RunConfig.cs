using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Slipstream.Domain;
using Slipstream.Engine.Risk;

namespace Slipstream.Runtime.Configuration;

/// <summary>A checked configuration: every option has its given value or its default.</summary>
public sealed class RunConfig
{
    private readonly IReadOnlyDictionary<string, ConfigValue> _values;

    private RunConfig(ConfigDocument document, Mode mode)
    {
        _values = document.Values;
        Mode = mode;
        Overrides = document.Overrides;
        CanonicalJson = Canonical(_values);
        Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(CanonicalJson)));
    }

    /// <summary>Mode of the run.</summary>
    public Mode Mode { get; }

    /// <summary>What the mode's section changed.</summary>
    public IReadOnlyList<string> Overrides { get; }

    /// <summary>The deciding options with their effective values, in the order of their paths, as JSON.</summary>
    public string CanonicalJson { get; }

    /// <summary>SHA-256 of <see cref="CanonicalJson"/>, hex.</summary>
    public string Hash { get; }

    /// <summary>Number of data sources.</summary>
    public int DataCount
    {
        get
        {
            var count = 0;
            while (_values.ContainsKey($"data[{count}].path"))
            {
                count++;
            }

            return count;
        }
    }

    /// <summary>The strategy's parameters as given.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Parameters => Map("parameters.");

    /// <summary>Checks the document for a mode and takes it.</summary>
    /// <exception cref="ConfigException">Anything is wrong; all of it is listed.</exception>
    public static RunConfig From(ConfigDocument document, Mode mode)
    {
        document.ApplyMode(mode.Text().ToLowerInvariant().Replace('_', '-'));
        ConfigCheck.Check(document);
        if (!document.Values.ContainsKey("strategy"))
        {
            document.Errors.Add("No strategy is given: use --strategy NAME, or \"strategy\" in the configuration. `slipstream strategies` lists the shipped ones.");
        }

        Contradictions(document);
        return document.Errors.Count == 0 ? new(document, mode) : throw new ConfigException(document.Errors);
    }

    /// <summary>Takes the canonical JSON of a journal's header again.</summary>
    public static RunConfig FromCanonical(string json, Mode mode)
    {
        var document = new ConfigDocument();
        document.Read(Encoding.UTF8.GetBytes(json), "run header");
        return document.Errors.Count == 0 ? new(document, mode) : throw new ConfigException(document.Errors);
    }

    /// <summary>Returns a value or its default; null if there is neither.</summary>
    public string? Text(string path) => _values.TryGetValue(path, out var value) ? value.Text : ConfigCheck.Find(path)?.Default;

    /// <summary>Returns a number or its default; null if there is neither.</summary>
    public double? Number(string path) => Text(path) is { } text ? double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture) : null;

    /// <summary>Returns a time; null if none is given.</summary>
    public Instant? Time(string path) => Text(path) is { } text ? Instant.Parse(text) : null;

    /// <summary>Is a flag set?</summary>
    public bool Flag(string path) => Text(path) == "true";

    /// <summary>Returns what stands below a prefix, by the rest of its path.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Map(string prefix) =>
        [.. _values.Where(v => v.Key.StartsWith(prefix, StringComparison.Ordinal)).Select(v => new KeyValuePair<string, string>(v.Key[prefix.Length..], v.Value.Text))];

    /// <summary>Returns the risk limits.</summary>
    public RiskLimits Limits()
    {
        var allowed = Map("risk.allowedAssets[");
        return new()
        {
            AllowedAssets = allowed.Count == 0 ? null : allowed.Select(a => a.Value).ToHashSet(StringComparer.OrdinalIgnoreCase),
            MaxPosition = Text("risk.maxPosition") is { } position ? Quantity.Parse(position) : null,
            MaxPositionNotional = Number("risk.maxPositionNotional"),
            MaxOrderQty = Text("risk.maxOrderQty") is { } order ? Quantity.Parse(order) : null,
            MaxOrderNotional = Number("risk.maxOrderNotional"),
            MaxDailyLoss = Number("risk.maxDailyLoss"),
            MaxOpenOrders = (int)Number("risk.maxOpenOrders")!.Value,
            AllowSpotShort = Flag("risk.allowSpotShort"),
            CheckBuyingPower = Flag("risk.checkBuyingPower"),
        };
    }

    private static void Contradictions(ConfigDocument document)
    {
        string? Given(string path) => document.Values.TryGetValue(path, out var value) ? value.Text : null;
        void Needs(string option, string path, params string[] models)
        {
            if (document.Values.TryGetValue(option, out var value) && !models.Contains(Given(path) ?? ConfigCheck.Find(path)!.Default))
            {
                document.Errors.Add($"{value.Origin}: {option} has no effect while {path} is '{Given(path) ?? ConfigCheck.Find(path)!.Default}'; set {path} to {string.Join(" or ", models)}, or leave it out.");
            }
        }

        Needs("execution.fee.amount", "execution.fee.model", "fixed");
        Needs("execution.fee.makerBps", "execution.fee.model", "bps");
        Needs("execution.fee.takerBps", "execution.fee.model", "bps");
        Needs("execution.spread.bps", "execution.spread.model", "fixed");
        Needs("execution.impact.y", "execution.impact.model", "square-root");
        Needs("execution.impact.temporaryShare", "execution.impact.model", "square-root");
        Needs("execution.impact.volDaily", "execution.impact.model", "square-root");
        Needs("execution.impact.adv", "execution.impact.model", "square-root");
        Needs("execution.latency.orderMillis", "execution.latency.model", "fixed", "lognormal");
        Needs("execution.latency.reportMillis", "execution.latency.model", "fixed");
        Needs("execution.latency.sigma", "execution.latency.model", "lognormal");
        Needs("execution.queue", "execution.fill", "queue", "auto");
        Currencies(document);
        Sources(document);
        if (Given("from") is { } from && Given("to") is { } to && ConfigCheck.IsTime(from) && ConfigCheck.IsTime(to) && Instant.Parse(from) >= Instant.Parse(to))
        {
            document.Errors.Add($"{document.Values["to"].Origin}: 'to' ({to}) must be after 'from' ({from}).");
        }
    }

    private static void Currencies(ConfigDocument document)
    {
        const string Rates = "account.fixedRates.";
        var seen = new Dictionary<string, ConfigValue>(StringComparer.OrdinalIgnoreCase);
        foreach (var (path, value) in document.Values)
        {
            var isRate = path.StartsWith(Rates, StringComparison.Ordinal);
            var code = isRate ? path[Rates.Length..] : value.Text;
            if (!isRate && path != "account.currency")
            {
                continue;
            }

            if (code.Length is 0 or > 16 || !code.All(char.IsAsciiLetterOrDigit))
            {
                document.Errors.Add($"{value.Origin}: {path}: '{code}' is not a currency code such as USD or USDT.");
            }
            else if (isRate && !seen.TryAdd(code, value))
            {
                document.Errors.Add($"{value.Origin}: the fixed rate of {code} is given twice; it stands at {seen[code].Origin} as well.");
            }
        }
    }

    // The list of sources ends where a number has no path: what followed would be left out in silence.
    private static void Sources(ConfigDocument document)
    {
        var sources = document.Values.Where(v => v.Key.StartsWith("data[", StringComparison.Ordinal)).GroupBy(v => v.Key.Split('.')[0]).ToList();
        foreach (var source in sources)
        {
            if (!document.Values.ContainsKey(source.Key + ".path"))
            {
                document.Errors.Add($"{source.First().Value.Origin}: {source.Key} names no file: give {source.Key}.path.");
            }
            else if (!Enumerable.Range(0, sources.Count).Any(i => source.Key == $"data[{i}]"))
            {
                document.Errors.Add($"{source.First().Value.Origin}: {source.Key} does not follow: sources are numbered from data[0] without gaps.");
            }
        }
    }

    private static string Canonical(IReadOnlyDictionary<string, ConfigValue> given)
    {
        var effective = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var option in ConfigOptions.All.Where(o => o.Decides && o.Default is not null && !o.Path.Contains("[]", StringComparison.Ordinal)))
        {
            effective[option.Path] = option.Default!;
        }

        foreach (var (path, value) in given.Where(v => ConfigCheck.Find(v.Key) is not { Decides: false }))
        {
            effective[path] = ConfigCheck.Find(path)?.Type switch
            {
                OptionType.Number or OptionType.Integer => Normal(value.Text),
                OptionType.Time when ConfigCheck.IsTime(value.Text) => Instant.Parse(value.Text).ToString(),
                // Where a strategy's file lies does not decide; what it holds is told by the version hash.
                _ when path == "strategy" => value.Text[(value.Text.LastIndexOfAny(['/', '\\']) + 1)..],
                _ when path == "account.currency" => value.Text.ToUpperInvariant(),
                _ => value.Text,
            };
        }

        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            foreach (var (path, text) in effective)
            {
                writer.WriteString(path, text);
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    // 1.0, 1 and 1e0 are one configuration.
    private static string Normal(string number) => decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
        ? value.ToString("0.############################", CultureInfo.InvariantCulture)
        : number;
}
