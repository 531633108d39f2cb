using Slipstream.Domain;
using Slipstream.Runtime.StrategyLoading;

namespace Slipstream.Runtime.Tests.StrategyLoading;

public sealed class StrategyCompilerTests : IDisposable
{
    private readonly StrategyFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_becomes_a_running_strategy()
    {
        var loaded = _folder.Load(StrategyFolder.Minimal, "count=4");
        Assert.Equal("minimal", loaded.Id);
        Assert.Equal("4", loaded.Parameters["count"]);
        Assert.Equal(1, CountingContext.OrdersOn(loaded.Strategy));
        Assert.Equal(("Mine.cs", SourceKind.CSharp, "Minimal"), (loaded.Source!.Name, loaded.Source.Kind, loaded.Source.TypeName));
    }

    [Fact]
    public void A_snapshot_loads_again_without_the_file_and_is_the_same_version()
    {
        var loaded = _folder.Load(StrategyFolder.Minimal, "count=4");
        File.Delete(Path.Combine(_folder.Path, "Mine.cs"));
        var again = StrategyLoader.Load(loaded.Source!, [.. loaded.Parameters]);
        Assert.Equal(loaded.VersionHash, again.VersionHash);
        Assert.Equal(loaded.Parameters, again.Parameters);
        Assert.Equal(1, CountingContext.OrdersOn(again.Strategy));
    }

    [Fact]
    public void A_syntax_error_is_shown_as_a_compiler_does()
    {
        var path = _folder.Write("Typo.cs", "public sealed class Typo : Strategy\n{\n    int x = ;\n}\n");
        var message = Assert.Throws<StrategyLoadException>(() => StrategyLoader.Load(path, [])).Message;
        Assert.StartsWith($"{path}(3,13): error CS1525: ", message);
    }

    [Fact]
    public void A_type_error_names_line_and_column()
    {
        var message = _folder.RefusalOfBody("context.Buy(tick.Instrument, 1.5);");
        Assert.Matches(@"Mine\.cs\(5,\d+\): error CS1503: ", message);
        Assert.Matches(@"Mine\.cs\(5,\d+\): error CS0103: The name 'nothing'", _folder.RefusalOfBody("nothing();"));
    }

    [Fact]
    public void Adding_two_prices_does_not_compile() =>
        Assert.Contains("error CS0019", _folder.RefusalOfBody("_ = tick.Last + tick.Last;"));

    [Fact]
    public void Many_errors_are_cut_after_twenty() =>
        Assert.Contains("... and 10 more.", _folder.RefusalOfBody(string.Join('\n', Enumerable.Range(0, 30).Select(i => $"nothing{i}();"))));

    [Fact]
    public void A_file_without_a_strategy_says_what_is_missing()
    {
        Assert.Contains("Mine.cs has no strategy", _folder.Refusal("public sealed class NotOne { }"));
        Assert.Contains("Mine.cs has no strategy", _folder.Refusal("public abstract class Half : Strategy { }"));
        Assert.Contains("Mine.cs has no strategy", _folder.Refusal(""));
    }

    [Fact]
    public void Of_two_strategies_one_must_be_named()
    {
        var both = StrategyFolder.Minimal + StrategyFolder.Minimal.Replace("Minimal", "Other").Replace("minimal", "other");
        Assert.Equal("Mine.cs has 2 strategies: Minimal, Other. Name one: Mine.cs:Minimal.", _folder.Refusal(both));
        var path = Path.Combine(_folder.Path, "Mine.cs");
        Assert.Equal("other", StrategyLoader.Load(path + ":Other", []).Id);
        var message = Assert.Throws<StrategyLoadException>(() => StrategyLoader.Load(path + ":Othr", [])).Message;
        Assert.Equal("Mine.cs has no strategy 'Othr'. Did you mean 'Other'? It has: Minimal, Other.", message);
        Assert.NotEqual(StrategyLoader.Load(path + ":Other", []).VersionHash, StrategyLoader.Load(path + ":Minimal", []).VersionHash);
    }

    [Fact]
    public void A_constructor_with_parameters_or_one_that_throws_is_refused_in_words()
    {
        Assert.Contains("Mine in Mine.cs needs a public constructor without parameters", _folder.Refusal(StrategyFolder.WithBody("", "public Mine(int x) { }")));
        Assert.Contains("The constructor of Mine in Mine.cs failed: no luck", _folder.Refusal(StrategyFolder.WithBody("", "public Mine() => throw new Exception(\"no luck\");")));
    }

    [Fact]
    public void An_alpha_model_is_wrapped_and_has_a_buffer_parameter()
    {
        var text = StrategyTemplate.Text("riser", TemplateKind.Alpha);
        var loaded = _folder.Load(text, "bars=10", "buffer=0.2");
        Assert.IsType<AlphaStrategy>(loaded.Strategy);
        Assert.Equal("0.2", loaded.Parameters["buffer"]);
        Assert.True(CountingContext.OrdersOn(loaded.Strategy) > 5);
        Assert.NotEqual(loaded.VersionHash, _folder.Load(text, "bars=10", "buffer=0.3").VersionHash);
    }

    [Fact]
    public void A_missing_file_and_a_folder_are_refused_in_words()
    {
        Assert.Equal("There is no file nowhere.cs.", Assert.Throws<StrategyLoadException>(() => StrategyLoader.Load("nowhere.cs", [])).Message);
        Directory.CreateDirectory(Path.Combine(_folder.Path, "folder.cs"));
        Assert.Throws<StrategyLoadException>(() => StrategyLoader.Load(Path.Combine(_folder.Path, "folder.cs"), []));
    }

    [Fact]
    public void An_exception_in_a_strategy_names_file_and_line()
    {
        var loaded = _folder.Load(StrategyFolder.WithBody("throw new InvalidOperationException();"));
        var thrown = Assert.Throws<InvalidOperationException>(() => CountingContext.OrdersOn(loaded.Strategy));
        Assert.Contains("Mine.cs:line 5", thrown.StackTrace);
    }
}
