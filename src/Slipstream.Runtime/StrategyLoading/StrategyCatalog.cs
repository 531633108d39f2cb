using Slipstream.Domain;
using Slipstream.Strategies.Benchmark;
using Slipstream.Strategies.MarketMaking;
using Slipstream.Strategies.MeanReversion;
using Slipstream.Strategies.Trend;

namespace Slipstream.Runtime.StrategyLoading;

/// <summary>The strategies that ship.</summary>
public static class StrategyCatalog
{
    private const string Share = "EquityShare.cs";

    private static readonly ShippedStrategy[] Shipped =
    [
        new("bollinger-reversion", () => new BollingerReversion(), "MeanReversion/BollingerReversion.cs", Share),
        new("buy-and-hold", () => new BuyAndHold(), "Benchmark/BuyAndHold.cs", Share),
        new("ema-cross", () => new EmaCross(), "Trend/EmaCross.cs", Share),
        new("market-maker", () => new QuotingMarketMaker(), "MarketMaking/QuotingMarketMaker.cs", "MarketMaking/MidVolatility.cs", "MarketMaking/QuotePrices.cs", Share),
        new("ts-momentum", () => new TimeSeriesMomentum(), "Trend/TimeSeriesMomentum.cs", "Trend/MomentumState.cs", "Trend/TrendForecast.cs", "Trend/EwmacForecast.cs", "Trend/SignForecast.cs", "Trend/TrendRule.cs"),
    ];

    /// <summary>Their names, in order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Shipped.Select(s => s.Name)];

    /// <summary>Returns a new instance with default parameters.</summary>
    /// <exception cref="StrategyLoadException">No such strategy.</exception>
    public static Strategy Create(string name) => (Find(name) ?? throw Unknown(name)).Create();

    /// <summary>Names the files of <c>src/Slipstream.Strategies</c> that the version hash of a strategy covers.</summary>
    /// <exception cref="StrategyLoadException">No such strategy.</exception>
    public static IReadOnlyList<string> SourceFiles(string name) => (Find(name) ?? throw Unknown(name)).Files;

    /// <summary>Describes all of them, in the order of their names.</summary>
    public static IReadOnlyList<StrategyDescription> Describe() => [.. Shipped.Select(shipped =>
    {
        var strategy = shipped.Create();
        return new StrategyDescription(strategy.Metadata, StrategyParameters.Of(shipped.Name, strategy).Describe());
    })];

    internal static ShippedStrategy? Find(string name) => Array.Find(Shipped, s => s.Name == name);

    internal static StrategyLoadException Unknown(string name) => new(
        $"There is no strategy '{name}'.{NameSuggestion.For(name, Names)} Shipped: {string.Join(", ", Names)}. Or give a file: FILE.cs or FILE.dll.");
}
