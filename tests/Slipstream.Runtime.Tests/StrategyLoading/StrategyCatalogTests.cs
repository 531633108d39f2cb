using Slipstream.Domain;
using Slipstream.Runtime.StrategyLoading;
using Slipstream.Strategies.Trend;

namespace Slipstream.Runtime.Tests.StrategyLoading;

public class StrategyCatalogTests
{
    public static TheoryData<string> Names => [.. StrategyCatalog.Names];

    [Fact]
    public void Every_strategy_of_the_library_is_in_it() =>
        Assert.Equal(
            typeof(EmaCross).Assembly.GetExportedTypes().Where(t => t.IsSubclassOf(typeof(Strategy))).Select(t => t.Name).Order(),
            StrategyCatalog.Names.Select(n => StrategyCatalog.Create(n).GetType().Name).Order());

    [Fact]
    public void Every_file_of_the_library_is_hashed_by_some_strategy() =>
        Assert.Equal(
            typeof(EmaCross).Assembly.GetManifestResourceNames().Order(StringComparer.Ordinal),
            StrategyCatalog.Names.SelectMany(n => StrategyCatalog.SourceFiles(n)).Select(f => "source/" + f).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Names_are_in_order_and_are_those_of_the_metadata()
    {
        Assert.Equal(["bollinger-reversion", "buy-and-hold", "ema-cross", "market-maker", "ts-momentum"], StrategyCatalog.Names);
        Assert.Equal(StrategyCatalog.Names, StrategyCatalog.Describe().Select(d => d.Metadata.Name));
    }

    [Fact]
    public void Each_parameter_of_each_strategy_is_described() =>
        Assert.All(StrategyCatalog.Describe().SelectMany(d => d.Parameters), p => Assert.False(string.IsNullOrWhiteSpace(p.Description + p.Type)));

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_loads_with_its_defaults_and_they_are_within_their_ranges(string name)
    {
        var loaded = StrategyLoader.Load(name, []);
        Assert.Equal(name, loaded.Id);
        Assert.Null(loaded.Source);
        Assert.Matches("^[0-9a-f]{64}$", loaded.VersionHash);
        Assert.Equal(loaded.VersionHash, StrategyLoader.Load(name, [.. loaded.Parameters]).VersionHash);
    }

    [Fact]
    public void An_unknown_name_lists_the_shipped_ones_and_the_nearest() =>
        Assert.Equal(
            "There is no strategy 'ema-corss'. Did you mean 'ema-cross'? Shipped: bollinger-reversion, buy-and-hold, ema-cross, market-maker, ts-momentum. Or give a file: FILE.cs or FILE.dll.",
            Assert.Throws<StrategyLoadException>(() => StrategyLoader.Load("ema-corss", [])).Message);

    [Theory]
    [InlineData("ema-cross", "Strategy ema-cross: fast (50) must be below slow (50).", "fast=50")]
    [InlineData("ts-momentum", "Strategy ts-momentum: speeds (x) must be whole numbers", "speeds=x")]
    public void Parameters_that_contradict_each_other_are_refused(string name, string message, string setting) =>
        Assert.StartsWith(message, Assert.Throws<StrategyLoadException>(() => StrategyLoader.Load(name, StrategyFolder.Settings(setting))).Message);
}
