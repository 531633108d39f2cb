using System.Text;
using Slipstream.Domain;
using Slipstream.Quant.Indicators;

namespace Slipstream.Runtime.StrategyLoading;

/// <summary>The example that <c>slipstream new strategy NAME</c> writes: a file that runs as it is.</summary>
public static class StrategyTemplate
{
    private const string StrategyText = """
        // Try it:  slipstream backtest --strategy @File --data FILE.csv --set bars=20
        // All contracts, indicators and rules: docs/write-a-strategy.md

        /// <summary>Buys when the close breaks out above the last bars' highest high, sells when it falls below their lowest low.</summary>
        public sealed class @Type : Strategy
        {
            private DonchianChannel[] _channels = [];

            // A parameter can be set on the command line; its default is the initialiser.
            [Parameter("Bars in the channel", Min = 2, Max = 10_000)]
            public int Bars { get; set; } = 20;

            [Parameter("Part of the equity that the instruments share equally", Min = 0, Max = 1)]
            public double Fraction { get; set; } = 0.95;

            public override StrategyMetadata Metadata =>
                new("@Name", "trend", "Buys a breakout of the Donchian channel, sells a breakdown.", ExecutionStyle.Taker) { WarmUp = Bars };

            // Once, before the first event: one channel for each instrument.
            public override void OnStart(StrategyContext context) =>
                _channels = [.. Enumerable.Range(0, context.Universe.Count).Select(_ => new DonchianChannel(Bars))];

            // For each market event. What you see here is the past: this bar has ended.
            public override void OnTick(StrategyContext context, in MarketEvent tick)
            {
                if (tick.Kind != MarketEventKind.Bar)
                {
                    return;
                }

                var bar = tick.AsBar();
                var (id, close) = (tick.Instrument, bar.Close.ToDouble());
                var channel = _channels[id.Index];
                var (upper, lower) = (channel.Upper, channel.Lower);   // not a number until warm: no comparison is true
                channel.Update(bar.High.ToDouble(), bar.Low.ToDouble());

                if (close > upper && context.Position(id).IsFlat)
                {
                    var units = Fraction * context.Equity / context.Universe.Count / close;
                    context.MoveTo(id, Position.FromDouble(units), "breakout");
                }
                else if (close < lower)
                {
                    context.MoveTo(id, Position.Flat, "breakdown");
                }
            }
        }

        """;

    private const string AlphaText = """
        // Try it:  slipstream backtest --strategy @File --data FILE.csv --set bars=100
        // All contracts, indicators and rules: docs/write-a-strategy.md

        /// <summary>Holds what has risen.</summary>
        public sealed class @Type : AlphaModel
        {
            private RateOfChange[] _changes = [];

            [Parameter("Bars to look back", Min = 1, Max = 100_000)]
            public int Bars { get; set; } = 100;

            public override StrategyMetadata Metadata => new("@Name", "trend", "Holds what has risen.", ExecutionStyle.Taker) { WarmUp = Bars + 1 };

            public override void Start(Universe universe) =>
                _changes = [.. Enumerable.Range(0, universe.Count).Select(_ => new RateOfChange(Bars))];

            // For the bars of each instant: a forecast from -1 (short) to +1 (all of the instrument's share of the capital).
            public override void GenerateSignals(BarSlice bars, Signals signals)
            {
                for (ushort i = 0; i < bars.Instruments; i++)
                {
                    var id = new InstrumentId(i);
                    if (bars.Has(id))
                    {
                        _changes[i].Update(bars[id].Close.ToDouble());
                        signals[id] = _changes[i].Value > 0 ? 0.95 : 0;
                    }
                }
            }
        }

        """;

    /// <summary>Returns the example's text for a class of that name.</summary>
    /// <param name="name">Such as <c>my-breakout</c> or <c>MyBreakout</c>.</param>
    /// <param name="kind">Which contract.</param>
    /// <exception cref="StrategyLoadException">No name can be made of it.</exception>
    public static string Text(string name, TemplateKind kind)
    {
        var (pascal, kebab) = (Pascal(name), Kebab(name));
        return (kind == TemplateKind.Alpha ? AlphaText : StrategyText)
            .Replace("@File", pascal + ".cs")
            .Replace("@Type", pascal)
            .Replace("@Name", kebab);
    }

    /// <summary>Writes the example into a folder.</summary>
    /// <param name="folder">An existing folder.</param>
    /// <param name="name">Such as <c>my-breakout</c> or <c>MyBreakout</c>; both write <c>MyBreakout.cs</c>.</param>
    /// <param name="kind">Which contract.</param>
    /// <returns>The file's path.</returns>
    /// <exception cref="StrategyLoadException">No name can be made of it, or the file can't be written; one that exists is never overwritten.</exception>
    public static string Write(string folder, string name, TemplateKind kind)
    {
        var text = Text(name, kind);
        var path = Path.Combine(folder, Pascal(name) + ".cs");
        try
        {
            using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
            file.Write(Encoding.UTF8.GetBytes(text));
            return path;
        }
        catch (IOException) when (File.Exists(path))
        {
            throw new StrategyLoadException($"{path} exists and is left as it is: choose another name.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StrategyLoadException($"{path} can't be written: {e.Message}", e);
        }
    }

    private static string Pascal(string name)
    {
        var words = Words(name);
        var pascal = string.Concat(words.Select(w => char.ToUpperInvariant(w[0]) + w[1..]));
        var taken = typeof(Strategy).Assembly.GetType($"Slipstream.Domain.{pascal}") ?? typeof(IIndicator).Assembly.GetType($"Slipstream.Quant.Indicators.{pascal}");
        return taken is null
            ? pascal
            : throw new StrategyLoadException($"{pascal} is the name of a type of Slipstream: choose another, such as my-{Kebab(name)}.");
    }

    private static string Kebab(string name) => string.Join('-', Words(name).Select(w => w.ToLowerInvariant()));

    private static List<string> Words(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var stem = name.EndsWith(".cs", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name;
        var words = new List<string>();
        var startsWord = true;
        for (var i = 0; i < stem.Length; i++)
        {
            var c = stem[i];
            if (c is '-' or '_' or ' ')
            {
                startsWord = true;
                continue;
            }

            if (!char.IsAsciiLetterOrDigit(c))
            {
                throw NotAName(name);
            }

            var humps = i > 0 && char.IsAsciiLetterUpper(c) && !char.IsAsciiLetterUpper(stem[i - 1]);
            if (startsWord || humps)
            {
                words.Add("");
            }

            words[^1] += c;
            startsWord = false;
        }

        return words.Count > 0 && char.IsAsciiLetter(words[0][0]) ? words : throw NotAName(name);
    }

    private static StrategyLoadException NotAName(string name) => new(
        $"'{name}' can't name a strategy: use letters, digits and hyphens, and start with a letter, such as my-breakout.");
}
