using Slipstream.Runtime.StrategyLoading;
using Slipstream.Strategies.Trend;

namespace Slipstream.Runtime.Tests.StrategyLoading;

public class AssemblyLoadingTests
{
    private static string Library => typeof(EmaCross).Assembly.Location;

    [Fact]
    public void A_type_of_an_assembly_is_loaded_by_its_name()
    {
        var loaded = StrategyLoader.Load(Library + ":EmaCross", StrategyFolder.Settings("fast=5", "slow=20"));
        Assert.Equal("ema-cross", loaded.Id);
        Assert.Equal(SourceKind.Assembly, loaded.Source!.Kind);
        Assert.True(CountingContext.OrdersOn(loaded.Strategy) > 5);
        Assert.Equal(loaded.VersionHash, StrategyLoader.Load(loaded.Source, [.. loaded.Parameters]).VersionHash);
        Assert.NotEqual(loaded.VersionHash, StrategyLoader.Load(Library + ":Slipstream.Strategies.Trend.TimeSeriesMomentum", []).VersionHash);
    }

    [Fact]
    public void Of_several_one_must_be_named() =>
        Assert.Contains("has 5 strategies", Assert.Throws<StrategyLoadException>(() => StrategyLoader.Load(Library, [])).Message);

    [Fact]
    public void A_file_that_is_no_assembly_is_refused()
    {
        using var folder = new StrategyFolder();
        var path = folder.Write("fake.dll", "not at all");
        Assert.Equal("fake.dll is not a .NET assembly.", Assert.Throws<StrategyLoadException>(() => StrategyLoader.Load(path, [])).Message);
    }
}
