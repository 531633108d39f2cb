using Slipstream.Runtime.StrategyLoading;

namespace Slipstream.Runtime.Tests.StrategyLoading;

public sealed class StrategyTemplateTests : IDisposable
{
    private readonly StrategyFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(TemplateKind.Strategy)]
    [InlineData(TemplateKind.Alpha)]
    public void What_is_written_compiles_and_trades(TemplateKind kind)
    {
        var path = StrategyTemplate.Write(_folder.Path, "my-first", kind);
        var loaded = StrategyLoader.Load(path, StrategyFolder.Settings("bars=15"));
        Assert.Equal("my-first", loaded.Id);
        Assert.True(CountingContext.OrdersOn(loaded.Strategy) > 5);
    }

    [Theory]
    [InlineData("my-breakout", "MyBreakout", "my-breakout")]
    [InlineData("MyBreakout", "MyBreakout", "my-breakout")]
    [InlineData("my_breakout", "MyBreakout", "my-breakout")]
    [InlineData("my breakout", "MyBreakout", "my-breakout")]
    [InlineData("myBreakout.cs", "MyBreakout", "my-breakout")]
    [InlineData("ema200Cross", "Ema200Cross", "ema200-cross")]
    public void A_name_in_any_fashion_gives_file_class_and_name(string given, string type, string name)
    {
        var path = StrategyTemplate.Write(_folder.Path, given, TemplateKind.Strategy);
        Assert.Equal(type + ".cs", Path.GetFileName(path));
        var text = File.ReadAllText(path);
        Assert.Contains($"class {type} :", text);
        Assert.Contains($"\"{name}\"", text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("3rd")]
    [InlineData("../escape")]
    [InlineData("a/b")]
    [InlineData("größe")]
    public void What_cannot_be_a_name_is_refused(string name) =>
        Assert.Contains("can't name a strategy", Assert.Throws<StrategyLoadException>(() => StrategyTemplate.Write(_folder.Path, name, TemplateKind.Strategy)).Message);

    [Theory]
    [InlineData("strategy")]
    [InlineData("donchian-channel")]
    public void The_name_of_a_type_of_slipstream_is_refused(string name) =>
        Assert.Contains($"my-{name}", Assert.Throws<StrategyLoadException>(() => StrategyTemplate.Text(name, TemplateKind.Strategy)).Message);

    [Fact]
    public void A_file_that_exists_is_left_as_it_is()
    {
        var path = _folder.Write("Mine.cs", "mine");
        Assert.Contains("exists", Assert.Throws<StrategyLoadException>(() => StrategyTemplate.Write(_folder.Path, "mine", TemplateKind.Strategy)).Message);
        Assert.Equal("mine", File.ReadAllText(path));
    }

    [Fact]
    public void A_folder_that_is_not_there_is_refused_in_words() =>
        Assert.Contains("can't be written", Assert.Throws<StrategyLoadException>(() => StrategyTemplate.Write(Path.Combine(_folder.Path, "no"), "mine", TemplateKind.Strategy)).Message);
}
