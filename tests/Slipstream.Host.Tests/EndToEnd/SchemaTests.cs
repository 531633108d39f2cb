using System.Text.Json;
using System.Text.RegularExpressions;

namespace Slipstream.Host.Tests.EndToEnd;

public sealed class SchemaTests : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void Every_listed_schema_is_json()
    {
        var names = _shell.Run("schema").Expect(0).Lines.Select(l => l.Split(' ')[0]).ToList();

        Assert.Superset(new HashSet<string> { "config", "feed", "backtest-result", "replay-result", "verify-result", "decision", "intent", "order", "fill" }, names.ToHashSet());
        Assert.All(names, name => Assert.Equal(JsonValueKind.Object, _shell.Run("schema", name).Expect(0).Json.ValueKind));
    }

    [Fact]
    public void The_config_schema_takes_the_documented_example_and_no_unknown_names()
    {
        var schema = _shell.Run("schema", "config").Expect(0).Out;
        var example = Documents.Blocks("docs/formats/config.md", "json").Single();
        IReadOnlyList<string> Errors(string json) => JsonSchemaCheck.Errors(schema, JsonDocument.Parse(json, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true }).RootElement);

        Assert.Empty(Errors(example));
        Assert.Contains("$.bogus is not known", Errors("""{ "bogus": 1 }"""));
        Assert.Contains("$.account.csh is not known", Errors("""{ "account": { "csh": 1 } }"""));
        Assert.Contains("$.data[0].pth is not known", Errors("""{ "data": [ { "pth": "x" } ] }"""));
        Assert.Contains("$.modes.dry-run.risk.frob is not known", Errors("""{ "modes": { "dry-run": { "risk": { "frob": 1 } } } }"""));
        Assert.Contains("$.modes.dryrun is not known", Errors("""{ "modes": { "dryrun": {} } }"""));
        Assert.NotEmpty(Errors("""{ "account": { "cash": true } }"""));
        Assert.NotEmpty(Errors("""{ "execution": { "fill": "magic" } }"""));
        Assert.NotEmpty(Errors("""{ "execution": { "maxVolumeFraction": 2 } }"""));
    }

    [Fact]
    public void The_documented_configuration_runs_and_its_mode_section_holds_in_its_mode_only()
    {
        _shell.Write("btc.csv", Prices.Csv(300));
        _shell.Write("run.json", Documents.Blocks("docs/formats/config.md", "json").Single());
        string Position(params string[] command)
        {
            _shell.Run([.. command, "--config", "run.json", "--journal", command[0]]).Expect(0);
            var started = _shell.Run("journal", command[0], "--type", "run-started", "--json").Expect(0).Json;
            return Regex.Match(started.ToString(), @"risk\.maxPosition[^0-9]*([0-9.]+)").Groups[1].Value;
        }

        Assert.Equal("2", Position("backtest"));
        Assert.Equal("0.1", Position("run"));
        Assert.Contains("risk.maxPosition = 0.1 instead of 2 in mode dry-run", _shell.Run("journal", "run", "--type", "command").Expect(0).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void The_feed_schema_takes_each_documented_line_and_so_does_the_feed()
    {
        var schema = _shell.Run("schema", "feed").Expect(0).Out;
        var lines = Documents.Blocks("docs/formats/feed.md", "json").Single().Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(7, lines.Length);
        Assert.All(lines, line => Assert.Empty(JsonSchemaCheck.Errors(schema, JsonDocument.Parse(line).RootElement)));
        Assert.All(JsonDocument.Parse(schema).RootElement.GetProperty("examples").EnumerateArray(), example => Assert.Empty(JsonSchemaCheck.Errors(schema, example)));
        Assert.NotEmpty(JsonSchemaCheck.Errors(schema, JsonDocument.Parse("""{"type":"trade","symbol":"BTC/USD","time":1}""").RootElement));
        Assert.NotEmpty(JsonSchemaCheck.Errors(schema, JsonDocument.Parse("""{"type":"frob","symbol":"BTC/USD","time":1}""").RootElement));

        var run = _shell.RunFed(lines, "run", "--strategy", "buy-and-hold", "--feed", "-", "--json").Expect(0);
        Assert.Equal(6, run.Json.GetProperty("events").GetInt32());
        Assert.DoesNotContain("not used", run.Err, StringComparison.Ordinal);
    }

    [Fact]
    public void The_shipped_strategies_are_listed_alike_as_text_and_json_and_each_runs()
    {
        _shell.Write("btc.csv", Prices.Csv(200));
        var text = _shell.Run("strategies").Expect(0);
        var strategies = _shell.Run("strategies", "--json").Expect(0).Json.EnumerateArray().ToList();

        Assert.Equal(["bollinger-reversion", "buy-and-hold", "ema-cross", "market-maker", "ts-momentum"], strategies.Select(s => s.GetProperty("name").GetString()));
        foreach (var strategy in strategies)
        {
            text.Says(strategy.GetProperty("name").GetString()!, strategy.GetProperty("description").GetString()!);
            var parameters = strategy.GetProperty("parameters").EnumerateArray().ToList();
            Assert.All(parameters, p => text.Says(p.GetProperty("name").GetString()!, p.GetProperty("description").GetString()!));
            var defaults = parameters.SelectMany(p => new[] { "--set", $"{p.GetProperty("name").GetString()}={p.GetProperty("default").GetString()}" });
            _shell.Run(["backtest", "--strategy", strategy.GetProperty("name").GetString()!, .. defaults, "--data", "btc.csv", "--symbol", "BTC/USD"]).Expect(0);
        }
    }

    [Fact]
    public void The_demo_proves_itself_and_can_be_run_again()
    {
        var demo = _shell.Run("demo").Expect(0).Says("SYNTHETIC", "intact", "records the same", "0 refused");

        Assert.Contains(_shell.Path("demo/report.html"), demo.Out, StringComparison.Ordinal);
        Assert.True(new FileInfo(_shell.Path("demo/report.html")).Length > 50_000);
        Assert.Single(Directory.EnumerateDirectories(_shell.Path("demo")));
    }
}
