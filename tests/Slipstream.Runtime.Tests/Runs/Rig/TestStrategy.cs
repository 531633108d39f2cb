using System.Globalization;
using Slipstream.Domain;
using Slipstream.Runtime.StrategyLoading;

namespace Slipstream.Runtime.Tests.Runs.Rig;

/// <summary>Strategies as a run takes them.</summary>
internal static class TestStrategy
{
    private static readonly string Here = typeof(RandomTrader).Assembly.Location;

    /// <summary>Loads a strategy of these tests from their own assembly, so that a journal holds its source and can be replayed.</summary>
    public static LoadedStrategy Own<T>(params (string Name, object Value)[] settings) => StrategyLoader.Load($"{Here}:{typeof(T).Name}", Pairs(settings));

    public static LoadedStrategy Shipped(string name, params (string Name, object Value)[] settings) => StrategyLoader.Load(name, Pairs(settings));

    /// <summary>A strategy object that runs under the name and source of another: what a changed strategy is to a replay.</summary>
    public static LoadedStrategy Under(this Strategy strategy, LoadedStrategy name) => name with { Strategy = strategy };

    private static KeyValuePair<string, string>[] Pairs((string Name, object Value)[] settings) =>
        [.. settings.Select(s => KeyValuePair.Create(s.Name, s.Value is bool flag ? (flag ? "true" : "false") : Convert.ToString(s.Value, CultureInfo.InvariantCulture)!))];
}
