using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;

namespace Slipstream.Host.Tests.EndToEnd;

public sealed class BacktestTests(FinishedRun run) : IClassFixture<FinishedRun>
{
    private static readonly string[] Contract =
    [
        "runId", "mode", "strategy", "versionHash", "configHash", "datasetHash", "from", "to", "events", "decisions", "intents", "orders", "fills", "netPnl", "grossPnl",
        "fees", "costs", "sharpeAnnual", "maxDrawdown", "stateHash", "journal", "eventsPerSecond", "elapsedMs",
    ];

    [Fact]
    public void Json_has_every_field_of_the_contract_with_values_that_fit_each_other()
    {
        var json = run.Backtest.Json;
        double N(string name) => json.GetProperty(name).GetDouble();

        Assert.All(Contract, name => Assert.True(json.TryGetProperty(name, out _), name));
        Assert.Equal(("BACKTEST", "ema-cross", "runs/btc"), (json.GetProperty("mode").GetString(), json.GetProperty("strategy").GetString(), json.GetProperty("journal").GetString()));
        Assert.Matches("^[0-9a-f]{16}$", json.GetProperty("runId").GetString());
        Assert.All(["versionHash", "configHash", "datasetHash", "stateHash"], (string name) => Assert.Matches("^[0-9a-f]{64}$", json.GetProperty(name).GetString()));
        Assert.Equal(("2024-01-01T00:15:00Z", "2024-02-01T06:00:00Z"), (json.GetProperty("from").GetString(), json.GetProperty("to").GetString()));
        Assert.Equal(FinishedRun.Bars, N("events"));
        Assert.True(N("orders") > 50 && N("decisions") >= N("orders") && N("intents") >= N("orders") + N("refusals") && N("fills") >= N("orders") - 1, run.Backtest.Out);
        Assert.Equal(N("grossPnl"), N("netPnl") + N("fees"), 9);
        Assert.Equal(N("finalEquity"), N("startingCash") + N("netPnl"), 6);
        Assert.Equal(N("fees"), json.GetProperty("costs").GetProperty("commission").GetDouble(), 9);
        Assert.All(["spread", "temporaryImpact", "permanentImpact"], (string cost) => Assert.True(json.GetProperty("costs").GetProperty(cost).GetDouble() > 0, cost));
        Assert.InRange(N("maxDrawdown"), 0.0001, 1);
        Assert.Equal(365, N("periodsPerYear"));
        Assert.True(N("eventsPerSecond") > 1000 && N("elapsedMs") > 0);
        Assert.InRange(N("sharpeAnnual"), -20, 20);
    }

    [Fact]
    public void Numbers_agree_with_the_records_of_the_journal()
    {
        var json = run.Backtest.Json;
        foreach (var (type, field) in new[] { ("decision", "decisions"), ("intent", "intents"), ("order", "orders"), ("fill", "fills") })
        {
            Assert.Equal(json.GetProperty(field).GetInt32(), Records(type).Count);
        }

        var fees = Records("fill").Sum(f => decimal.Parse(f.GetProperty("fees").GetProperty("amount").GetString()!, CultureInfo.InvariantCulture));
        Assert.Equal((double)fees, json.GetProperty("fees").GetDouble(), 8);
        Assert.Equal(json.GetProperty("stateHash").GetString(), Records("run-ended")[0].GetProperty("stateHash").GetString());
    }

    [Fact]
    public void Results_keep_to_the_published_schemas()
    {
        foreach (var (schema, result) in new[]
        {
            ("backtest-result", run.Backtest),
            ("backtest-result", run.Shell.Run("backtest", "--strategy", "buy-and-hold", "--set", "fraction=0", "--data", "btc.csv", "--symbol", "BTC/USD", "--json").Expect(0)),
            ("backtest-result", run.Shell.Run("run", "--strategy", "ema-cross", "--feed", "btc.csv", "--json").Expect(0)),
            ("replay-result", run.Shell.Run("replay", "runs/btc", "--json").Expect(0)),
            ("verify-result", run.Shell.Run("verify", "runs/btc", "--json").Expect(0)),
        })
        {
            Assert.Empty(JsonSchemaCheck.Errors(run.Shell.Run("schema", schema).Expect(0).Out, result.Json));
        }
    }

    [Fact]
    public void Replay_and_verify_prove_the_journal_each_time_alike()
    {
        var records = Records(null).Count;
        var verified = run.Shell.Run("verify", "runs/btc", "--json").Expect(0).Json;
        Assert.Equal((true, true, records), (verified.GetProperty("intact").GetBoolean(), verified.GetProperty("closed").GetBoolean(), verified.GetProperty("records").GetInt32()));
        Assert.Equal(FinishedRun.Bars, verified.GetProperty("tapeEvents").GetInt32());
        run.Shell.Run("verify", "runs/btc").Expect(0).Says("closed: the run was ended in order", "intact");

        var replays = Enumerable.Range(0, 2).Select(_ => run.Shell.Run("replay", "runs/btc", "--json").Expect(0).Json).ToList();
        foreach (var replay in replays)
        {
            Assert.Equal((records, records), (replay.GetProperty("records").GetInt32(), replay.GetProperty("matched").GetInt32()));
            Assert.Equal(JsonValueKind.Null, replay.GetProperty("firstDivergence").ValueKind);
            Assert.Equal(run.Backtest.Json.GetProperty("stateHash").GetString(), replay.GetProperty("stateHash").GetString());
        }

        run.Shell.Run("replay", "runs/btc").Expect(0).Says($"{records:N0} of {records:N0} records the same");
    }

    [Fact]
    public void The_report_is_a_whole_page_and_its_folder_is_made()
    {
        var page = File.ReadAllText(run.Shell.Path("pages/btc.html"));

        Assert.Equal("html", XDocument.Parse(page[page.IndexOf("<html", StringComparison.Ordinal)..]).Root!.Name.LocalName);
        Assert.Contains(run.Backtest.Json.GetProperty("stateHash").GetString()!, page, StringComparison.Ordinal);
        Assert.Equal(["btc.html"], Directory.EnumerateFiles(run.Shell.Path("pages")).Select(Path.GetFileName));
    }

    [Fact]
    public void A_journal_is_never_overwritten()
    {
        var before = Directory.EnumerateFiles(run.Journal).ToDictionary(f => f, f => File.ReadAllBytes(f).Length);

        run.Shell.Run("backtest", "--strategy", "buy-and-hold", "--data", "btc.csv", "--journal", "runs/btc").Refuses(1, "runs/btc", "never overwritten");
        run.Shell.Run("backtest", "--strategy", "buy-and-hold", "--data", "btc.csv", "--journal", "pages").Refuses(1, "pages", "not empty");
        run.Shell.Run("backtest", "--strategy", "buy-and-hold", "--data", "btc.csv", "--journal", "btc.csv").Refuses(2, "btc.csv");

        Assert.Equal(before, Directory.EnumerateFiles(run.Journal).ToDictionary(f => f, f => File.ReadAllBytes(f).Length));
    }

    [Fact]
    public void The_table_in_the_terminal_tells_the_same_and_what_was_recognised()
    {
        var table = run.Shell.Run("backtest", "--config", "run.json").Expect(0);
        var json = run.Backtest.Json;

        table.Says("ema-cross", "BACKTEST", "BTC/USD", $"{json.GetProperty("finalEquity").GetDouble():N2}", json.GetProperty("stateHash").GetString()![..12], "orders", "fills");
        Assert.Contains("btc.csv: ", table.Err, StringComparison.Ordinal);
        Assert.Contains("bars by header: time, open, high, low, close, volume", table.Err, StringComparison.Ordinal);
        Assert.Contains("instrument: BTC/USD (Crypto)", table.Err, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_files_trade_together_with_a_symbol_for_each()
    {
        run.Shell.Write("eth.csv", Prices.Csv(500, seed: 9));

        var json = run.Shell.Run("backtest", "--strategy", "buy-and-hold", "--data", "btc.csv", "--data", "eth.csv", "--symbol", "BTC/USD", "--symbol", "ETH/USD", "--journal", "runs/two", "--json").Expect(0).Json;

        Assert.Equal((3500, 2), (json.GetProperty("events").GetInt32(), json.GetProperty("fills").GetInt32()));
        run.Shell.Run("replay", "runs/two").Expect(0);
    }

    [Fact]
    public void Data_on_the_command_line_replace_those_of_the_configuration_whole()
    {
        run.Shell.Write("sol.csv", Prices.Csv(200, seed: 5));
        run.Shell.Write("two.json", """{ "strategy": "buy-and-hold", "data": [ { "path": "btc.csv", "symbol": "BTC/USD" }, { "path": "btc.csv", "symbol": "ETH/USD" } ] }""");

        run.Shell.Run("backtest", "--config", "two.json", "--data", "sol.csv", "--symbol", "SOL/USD", "--journal", "runs/sol").Expect(0).Says("BACKTEST  SOL/USD ", "200 events");
        run.Shell.Run("backtest", "--config", "two.json").Expect(0).Says("BACKTEST  BTC/USD, ETH/USD ", "6,000 events");
    }

    private List<JsonElement> Records(string? type) =>
        [.. run.Shell.Run(["journal", "runs/btc", "--json", .. type is null ? [] : new[] { "--type", type }]).Expect(0).Lines.Select(l => JsonDocument.Parse(l).RootElement)];
}
