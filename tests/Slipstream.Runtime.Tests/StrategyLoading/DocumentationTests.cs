using System.Text.RegularExpressions;
using Slipstream.Domain;
using Slipstream.Runtime.StrategyLoading;

namespace Slipstream.Runtime.Tests.StrategyLoading;

public sealed partial class DocumentationTests : IDisposable
{
    private readonly StrategyFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Each_example_in_write_a_strategy_compiles_and_trades()
    {
        var examples = Fence().Matches(Page("write-a-strategy.md")).Select(m => m.Groups[1].Value).ToList();
        Assert.Equal(3, examples.Count);
        Assert.All(examples, text => Assert.True(CountingContext.OrdersOn(_folder.Load(text).Strategy) > 0));
    }

    [Fact]
    public void The_alpha_model_is_one_of_the_examples() =>
        Assert.Contains(Fence().Matches(Page("write-a-strategy.md")), m => _folder.Load(m.Groups[1].Value).Strategy is AlphaStrategy);

    [Fact]
    public void Each_ban_is_in_the_table_of_bans()
    {
        var page = Page("write-a-strategy.md");
        Assert.All(Enumerable.Range(1, 8), i => Assert.Contains($"| SLIP00{i} |", page));
    }

    [Fact]
    public void Each_shipped_strategy_is_described_with_every_parameter_and_its_default()
    {
        var page = Page("strategies.md");
        foreach (var (metadata, parameters) in StrategyCatalog.Describe())
        {
            var start = page.IndexOf($"\n## {metadata.Name}\n", StringComparison.Ordinal);
            Assert.True(start >= 0, metadata.Name);
            var end = page.IndexOf("\n## ", start + 1, StringComparison.Ordinal);
            var section = page[start..(end < 0 ? page.Length : end)];
            Assert.Equal(parameters.Select(p => $"| `{p.Name}` | {p.Default} | {p.Description} |"), section.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)));
        }
    }

    private static string Page(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Slipstream.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests don't run inside the repository.");
        }

        return File.ReadAllText(Path.Combine(folder.FullName, "docs", name)).ReplaceLineEndings("\n");
    }

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fence();
}
