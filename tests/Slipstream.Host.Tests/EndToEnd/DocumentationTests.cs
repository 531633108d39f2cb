namespace Slipstream.Host.Tests.EndToEnd;

/// <summary>Whatever README and docs tell people to type is typed here.</summary>
public sealed class DocumentationTests : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    public static TheoryData<string> Pages => [.. Documents.All.Where(d => Documents.Commands(d).Any())];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Each_command_of_a_page_does_what_it_says(string page)
    {
        _shell.Write("btc.csv", Prices.Csv(400));
        _shell.Write("prices.csv", Prices.Csv(400));
        _shell.Write("feed.jsonl", string.Join('\n', Prices.Feed(50)));
        _shell.Write("run.json", Documents.Blocks("docs/formats/config.md", "json").First());
        foreach (var command in Documents.Commands(page).Where(CanRun))
        {
            // A paced recording would take days: it is interrupted as a person would.
            var line = command.Replace("my-exchange-script", "cat feed.jsonl", StringComparison.Ordinal).Replace("my-feed", "cat feed.jsonl", StringComparison.Ordinal);
            _shell.Bash(line.Contains("--speed", StringComparison.Ordinal) ? line.Replace("60x", "100000000x", StringComparison.Ordinal) : line).Expect(0);
        }
    }

    [Fact]
    public void The_readmes_commands_are_found()
    {
        var commands = Documents.Commands("README.md").ToList();

        Assert.Contains("slipstream backtest --strategy ema-cross --data btc.csv --report btc.html --journal runs/btc", commands);
        Assert.Contains("slipstream replay runs/btc", commands);
        Assert.True(commands.Count(CanRun) >= 8, string.Join('\n', commands));
    }

    // Placeholders can't be run, and the reference workloads have tests of their own.
    private static bool CanRun(string command) => !command.Contains('…') && !command.Contains("...", StringComparison.Ordinal) && !command.Contains("DIR", StringComparison.Ordinal)
        && !command.Contains("NAME", StringComparison.Ordinal) && !command.StartsWith("slipstream bench", StringComparison.Ordinal);
}
