using Slipstream.Runtime.StrategyLoading;

namespace Slipstream.Runtime.Tests.StrategyLoading;

/// <summary>A folder of its own for one test's files.</summary>
public sealed class StrategyFolder : IDisposable
{
    public const string Minimal = """
        public sealed class Minimal : Strategy
        {
            [Parameter("Count", Min = 1, Max = 10)] public int Count { get; set; } = 3;
            public override StrategyMetadata Metadata => new("minimal", "test", "Does one thing.", ExecutionStyle.Taker);
            public override void OnTick(StrategyContext context, in MarketEvent tick)
            {
                if (context.Position(tick.Instrument).IsFlat) context.Buy(tick.Instrument, Quantity.FromUnits(Count));
            }
        }
        """;

    public string Path { get; } = Directory.CreateTempSubdirectory("slipstream-strategy-").FullName;

    public static IReadOnlyList<KeyValuePair<string, string>> Settings(params string[] settings) =>
        [.. settings.Select(s => new KeyValuePair<string, string>(s[..s.IndexOf('=')], s[(s.IndexOf('=') + 1)..]))];

    public string Write(string name, string text)
    {
        var path = System.IO.Path.Combine(Path, name);
        File.WriteAllText(path, text);
        return path;
    }

    public LoadedStrategy Load(string text, params string[] settings) => StrategyLoader.Load(Write("Mine.cs", text), Settings(settings));

    /// <summary>Loads a text that must be refused.</summary>
    public string Refusal(string text, params string[] settings) => Assert.Throws<StrategyLoadException>(() => Load(text, settings)).Message;

    /// <summary>Loads a strategy whose OnTick has this body, which must be refused.</summary>
    public string RefusalOfBody(string body) => Refusal(WithBody(body));

    public static string WithBody(string body, string members = "") => $$"""
        public sealed class Mine : Strategy
        {
            {{members}}
            public override StrategyMetadata Metadata => new("mine", "test", "Test.", ExecutionStyle.Taker);
            public override void OnTick(StrategyContext context, in MarketEvent tick) { {{body}} }
        }
        """;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
