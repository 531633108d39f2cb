using System.CommandLine;
using System.CommandLine.Parsing;
using Slipstream.Runtime.Configuration;

namespace Slipstream.Host.Cli;

/// <summary>The options that backtest and run share, and the configuration that they and the file make together.</summary>
internal sealed class RunOptions
{
    private readonly Option<string?> _strategy = new("--strategy", "-s") { Description = "Shipped name, FILE.cs, or FILE.dll[:Type]. `slipstream strategies` lists the shipped ones.", HelpName = "NAME" };
    private readonly Option<string[]> _symbols = new("--symbol") { Description = "Instrument of the data, such as BTC/USD; given several times, one for each --data in order.", HelpName = "SYMBOL", AllowMultipleArgumentsPerToken = false };
    private readonly Option<string[]> _set = new("--set") { Description = "A parameter of the strategy, NAME=VALUE; may be repeated.", HelpName = "NAME=VALUE" };
    private readonly Option<string?> _cash = new("--cash") { Description = "Cash at the start, in the account's currency (100000).", HelpName = "AMOUNT" };
    private readonly Option<string?> _config = new("--config", "-c") { Description = "Configuration file, JSON with comments; the command line overrides it.", HelpName = "FILE" };
    private readonly Option<string?> _journal = new("--journal", "-j") { Description = "Folder for the journal; it must be new or empty.", HelpName = "DIR" };
    private readonly Option<string?> _timeZone = new("--time-zone") { Description = "IANA zone or UTC-5 style offset of data times that carry none (UTC).", HelpName = "ZONE" };
    private readonly Option<string?> _barTimes = new("--bar-times") { Description = "Do bar times mark the start or the end of a bar? Recognised unless given.", HelpName = "start|end" };
    private readonly Option<string?> _adjust = new("--adjust") { Description = "Correct raw share prices by the factor file beside them: none, splits, total.", HelpName = "HOW" };
    private readonly Option<string?> _from = new("--from") { Description = "Leave out data before this time.", HelpName = "TIME" };
    private readonly Option<string?> _to = new("--to") { Description = "Leave out data at and after this time.", HelpName = "TIME" };
    private readonly Option<string[]> _options = new("--option", "-o") { Description = "Any option of the configuration, PATH=VALUE, such as risk.maxPosition=2 or execution.fee.model=none.", HelpName = "PATH=VALUE" };
    private readonly Option<string?> _report = new("--report", "-r") { Description = "Write the report with pictures to this HTML file.", HelpName = "FILE.html" };

    public Option<bool> Json { get; } = new("--json") { Description = "Print the result as JSON on standard output, and nothing else there." };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _strategy, _symbols, _set, _cash, _config, _journal, _report, Json, _from, _to, _timeZone, _barTimes, _adjust, _options })
        {
            command.Options.Add(option);
        }
    }

    /// <summary>Adds only those options that say how data are read.</summary>
    public void AddDataTo(Command command)
    {
        foreach (var option in new Option[] { _symbols, _config, _timeZone, _barTimes, _adjust, _options })
        {
            command.Options.Add(option);
        }
    }

    public string? Report(ParseResult parsed) => parsed.GetValue(_report) is { } file ? NotEmpty(_report, file) : null;

    /// <summary>Returns the configuration document; <paramref name="data"/> stands for the data of the command.</summary>
    public ConfigDocument Document(ParseResult parsed, IReadOnlyList<string> data, string dataOption)
    {
        var document = new ConfigDocument();
        if (parsed.GetValue(_config) is { } file)
        {
            document.ReadFile(NotEmpty(_config, file));
        }

        Set(document, "strategy", _strategy, parsed);
        Set(document, "account.cash", _cash, parsed);
        Set(document, "journal.directory", _journal, parsed);
        Set(document, "dataRules.adjust", _adjust, parsed);
        Set(document, "from", _from, parsed);
        Set(document, "to", _to, parsed);
        SetData(document, parsed, data, dataOption);
        SetPairs(document, parsed.GetValue(_set) ?? [], "--set", "parameters.");
        SetPairs(document, parsed.GetValue(_options) ?? [], "--option", "");
        return document;
    }

    private void SetData(ConfigDocument document, ParseResult parsed, IReadOnlyList<string> data, string dataOption)
    {
        var symbols = parsed.GetValue(_symbols) ?? [];
        if (symbols.Length > Math.Max(1, data.Count))
        {
            document.Errors.Add($"--symbol is given {symbols.Length} times, but {dataOption} {(data.Count == 1 ? "once" : $"{data.Count} times")}; give one symbol for each.");
        }

        // Data on the command line replace those of the file whole: the file's symbols and zones belong to its own.
        if (data.Count > 0)
        {
            document.Forget("data[");
        }

        for (var i = 0; i < data.Count; i++)
        {
            document.Set($"data[{i}].path", data[i], dataOption);
        }

        for (var i = 0; i < Math.Max(data.Count, document.Values.ContainsKey("data[0].path") ? 1 : 0); i++)
        {
            if (i < symbols.Length)
            {
                document.Set($"data[{i}].symbol", symbols[i], "--symbol");
            }

            Set(document, $"data[{i}].timeZone", _timeZone, parsed);
            Set(document, $"data[{i}].barTimes", _barTimes, parsed);
        }
    }

    private static string NotEmpty(Option<string?> option, string text) => text.Length > 0 ? text : throw new UsageException($"{option.Name}: name a file.");

    private static void Set(ConfigDocument document, string path, Option<string?> option, ParseResult parsed)
    {
        if (parsed.GetValue(option) is { } text)
        {
            document.Set(path, text, option.Name);
        }
    }

    private static void SetPairs(ConfigDocument document, string[] pairs, string option, string prefix)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var pair in pairs)
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
            {
                document.Errors.Add($"{option} {pair}: write NAME=VALUE.");
            }
            else if (!seen.Add(pair[..equals]))
            {
                document.Errors.Add($"{option} {pair}: '{pair[..equals]}' is given twice.");
            }
            else
            {
                document.Set(prefix + pair[..equals], pair[(equals + 1)..], option);
            }
        }
    }
}
