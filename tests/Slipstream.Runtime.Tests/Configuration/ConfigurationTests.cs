using System.Diagnostics;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Slipstream.Domain;
using Slipstream.Runtime.Configuration;
using Slipstream.Runtime.Tests.Runs.Rig;

namespace Slipstream.Runtime.Tests.Configuration;

/// <summary>Configurations as people write them, good and bad.</summary>
public class ConfigurationTests
{
    [Fact]
    public void Comments_trailing_commas_and_a_byte_order_mark_are_accepted()
    {
        var config = ConfigFile.Take("""
            {
              // one line
              "strategy": "ema-cross", /* within */
              "parameters": { "fast": 5, },
              "risk": { "allowedAssets": ["BTC/USD", "ETH/USD",], "maxDailyLoss": null },
            }
            """);
        Assert.Equal("5", config.Parameters.Single().Value);
        Assert.Equal(["BTC/USD", "ETH/USD"], config.Limits().AllowedAssets!.Order());
        Assert.Null(config.Limits().MaxDailyLoss);
        var document = new ConfigDocument();
        document.Read([.. Encoding.UTF8.Preamble, .. "{\"strategy\":\"ema-cross\"}"u8], "run.json");
        Assert.Empty(document.Errors);
    }

    [Fact]
    public void All_errors_are_listed_at_once_with_their_lines()
    {
        var errors = ConfigFile.ErrorsOf("""
            {
              "parametres": { "fast": 5 },
              "account": { "cash": "much",
                "currency": "US$" },
              "execution": { "fee": { "amount": 1 } },
              "risk": { "maxOpenOrders": 0 },
              "from": "2024-02-01", "to": "2024-01-01",
              "modes": { "dry-run": { "execution": { "fil": "bar" } }, "sometimes": { "seed": 1 } },
              "data": [ { "path": "a.csv" }, { "symbol": "B/USD" }, { "path": "c.csv" } ],
              "seed": 1,
              "seed": 2
            }
            """);
        string[] expected =
        [
            "run.json:2: there is no option 'parametres.fast'",
            "run.json:3: account.cash is 'much', but must be a number",
            "run.json:4: account.currency: 'US$'",
            "run.json:5: execution.fee.amount has no effect",
            "run.json:6: risk.maxOpenOrders is '0', but must be from 1",
            "run.json:7: 'to' (2024-01-01) must be after",
            "run.json:8: there is no option 'execution.fil'",
            "run.json:8: 'modes.sometimes.seed' is not a mode's option",
            "run.json:9: data[1] names no file",
            "run.json:11: 'seed' is given twice; it stands at run.json:10",
            "No strategy is given",
        ];
        foreach (var start in expected)
        {
            Assert.Contains(errors, e => e.StartsWith(start, StringComparison.Ordinal));
        }

        Assert.Equal(expected.Length, errors.Count);
    }

    [Theory]
    [InlineData("", "run.json:1: not valid JSON")]
    [InlineData("[]", "run.json:1: a configuration is a JSON object")]
    [InlineData("\"ema-cross\"", "run.json:1: a configuration is a JSON object")]
    [InlineData("{ \"strategy\": \"ema-cross\" } { }", "run.json:1: not valid JSON")]
    [InlineData("{ \"strategy\": \"ema-cross\" }\n\n garbage", "run.json:3: not valid JSON")]
    [InlineData("{\n \"strategy\": \"ema-cross\"", "run.json:2: not valid JSON")]
    [InlineData("{\n \"strategy\": \"\\ud800\" }", "run.json:2: this text is not valid UTF-8")]
    [InlineData("{ \"data\": [[{ \"path\": \"a\" }]] }", "run.json:1: there is no option 'data[0][0].path'")]
    [InlineData("{ \"data\": { \"path\": \"a\" } }", "run.json:1: there is no option 'data.path'")]
    [InlineData("{ \"strategy\": [\"a\"] }", "run.json:1: there is no option 'strategy[0]'")]
    [InlineData("{ \"account\": { \"fixedRates\": { \"usd\": 1, \"USD\": 2 } } }", "run.json:1: the fixed rate of usd is given twice")]
    public void What_is_no_configuration_is_refused(string json, string error) =>
        Assert.Contains(ConfigFile.ErrorsOf(json), e => e.StartsWith(error, StringComparison.Ordinal));

    [Fact]
    public void Text_in_another_encoding_is_refused_with_its_line()
    {
        var document = new ConfigDocument();
        document.Read([.. "{\n\"strategy\": \"na"u8, 0xEF, .. "ve\" }"u8], "run.json");
        Assert.StartsWith("run.json:2: ", Assert.Single(document.Errors));
        document = new ConfigDocument();
        document.Read(Encoding.Unicode.GetBytes("{}"), "run.json");
        Assert.StartsWith("run.json:1: ", Assert.Single(document.Errors));
    }

    [Fact]
    public void Deep_nesting_is_refused()
    {
        var json = string.Concat(Enumerable.Repeat("{\"a\":", 100_000)) + "1" + new string('}', 100_000);
        Assert.Contains(ConfigFile.ErrorsOf(json), e => e.Contains("depth", StringComparison.Ordinal));
    }

    [Fact]
    public void Ten_megabytes_are_read_in_seconds()
    {
        var json = new StringBuilder("{ \"strategy\": \"ema-cross\", \"parameters\": {\n");
        for (var i = 0; json.Length < 10_000_000; i++)
        {
            json.Append("\"p").Append(i).Append("\": ").Append(i).Append(",\n");
        }

        var clock = Stopwatch.StartNew();
        var config = ConfigFile.Take(json.Append("} }").ToString());
        Assert.True(config.Parameters.Count > 400_000);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"{clock.Elapsed}");
    }

    [Fact]
    public void A_file_that_is_missing_or_is_a_folder_is_named()
    {
        var document = new ConfigDocument();
        document.ReadFile("/nowhere/run.json");
        document.ReadFile("/tmp");
        Assert.Equal(2, document.Errors.Count);
        Assert.StartsWith("/nowhere/run.json: can't be read", document.Errors[0]);
    }

    [Fact]
    public void A_modes_section_overrides_in_its_mode_only_and_is_logged()
    {
        const string Json = """
            { "strategy": "ema-cross", "risk": { "maxPosition": 2 },
              "modes": { "dry-run": { "risk": { "maxPosition": 0.1, "maxOpenOrders": 3 } } } }
            """;
        var backtest = ConfigFile.Take(Json);
        var dryRun = ConfigFile.Take(Json, Mode.DryRun);
        Assert.Equal("2", backtest.Text("risk.maxPosition"));
        Assert.Empty(backtest.Overrides);
        Assert.Equal("0.1", dryRun.Text("risk.maxPosition"));
        Assert.Equal(
            ["risk.maxOpenOrders = 3 instead of its default in mode dry-run (run.json:2)", "risk.maxPosition = 0.1 instead of 2 in mode dry-run (run.json:2)"],
            dryRun.Overrides);
        Assert.NotEqual(backtest.Hash, dryRun.Hash);
    }

    [Fact]
    public void The_command_line_goes_before_a_files_section_of_the_mode()
    {
        var document = ConfigFile.Read("""{ "strategy": "ema-cross", "modes": { "backtest": { "account": { "cash": 5 } } } }""");
        document.Set("account.cash", "7", "--cash");
        Assert.Equal("7", RunConfig.From(document, Mode.Backtest).Text("account.cash"));
    }

    [Fact]
    public void Order_and_spelling_of_numbers_and_times_do_not_matter()
    {
        var one = ConfigFile.Take("""{ "strategy": "ema-cross", "account": { "cash": 1e5 }, "seed": 7, "from": "2024-01-01", "execution": { "fee": { "model": "bps", "takerBps": 1.50 } } }""");
        var other = ConfigFile.Take("""{ "execution.fee": { "takerBps": "15e-1", "model": "bps" }, "from": "2024-01-01T01:00:00+01:00", "seed": "+07", "account.cash": 100000.000, "strategy": "ema-cross" }""");
        Assert.Equal(one.CanonicalJson, other.CanonicalJson);
        Assert.Equal(one.Hash, other.Hash);
    }

    [Fact]
    public void Where_the_strategys_file_lies_does_not_matter()
    {
        Assert.Equal(ConfigFile.Of(("strategy", "/home/me/mine.cs")).Hash, ConfigFile.Of(("strategy", "mine.cs")).Hash);
        Assert.NotEqual(ConfigFile.Of(("strategy", "mine.cs")).Hash, ConfigFile.Of(("strategy", "yours.cs")).Hash);
        Assert.Equal("/home/me/mine.cs", ConfigFile.Of(("strategy", "/home/me/mine.cs")).Text("strategy"));
    }

    [Fact]
    public void A_default_that_is_said_is_the_same_configuration() =>
        Assert.Equal(ConfigFile.Of().Hash, ConfigFile.Of(("account.cash", "100000.0"), ("execution.fill", "auto"), ("risk.checkBuyingPower", "true")).Hash);

    [Fact]
    public void The_canonical_json_is_read_again_as_itself() =>
        Prop.ForAll(Gen.Choose(1, int.MaxValue).ToArbitrary(), seed =>
        {
            var drawn = ModelSets.Draw(new SeededRandom((ulong)seed));
            var config = TestRun.Config([.. drawn, ("account.fixedRates.EUR", "1.10"), ("risk.allowedAssets[0]", "A0/USD"), ("parameters.fast", "05"), ("journal.directory", "/x")]);
            var again = RunConfig.FromCanonical(config.CanonicalJson, Mode.Backtest);
            Assert.Equal(config.CanonicalJson, again.CanonicalJson);
            Assert.Equal(config.Hash, again.Hash);
            Assert.Null(again.Text("journal.directory"));
            Assert.Equal(config.Limits().MaxDailyLoss, again.Limits().MaxDailyLoss);
            Assert.Equal(config.Limits().AllowedAssets, again.Limits().AllowedAssets);
            return true;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void An_account_currency_that_the_data_can_not_be_valued_in_is_refused_with_what_to_do()
    {
        var data = Markets.Bars(1, 1, 10);
        var error = Assert.Throws<ConfigException>(() => TestRun.Execute(TestStrategy.Shipped("buy-and-hold"), data, null, ("account.currency", "EUR"))).Message;
        Assert.Equal("A0/USD is quoted in USD, which can't be valued in the account's EUR: add data of such a pair, set account.currency, or give account.fixedRates.USD.", error);
    }

    [Fact]
    public void An_asset_that_the_data_do_not_hold_is_refused_on_the_list_of_allowed_ones()
    {
        var error = Assert.Throws<ConfigException>(() => TestRun.Execute(TestStrategy.Shipped("buy-and-hold"), Markets.Bars(1, 1, 10), null, ("risk.allowedAssets[0]", "BTC/USD"))).Message;
        Assert.Contains("BTC/USD", error);
        Assert.Contains("A0/USD", error);
    }

    [Fact]
    public void A_fixed_rate_values_what_no_instrument_does()
    {
        var strategy = ("ema-cross", new (string, object)[] { ("fast", 3), ("slow", 8), ("quantity", 2) });
        var euros = TestRun.Execute(TestStrategy.Shipped(strategy.Item1, strategy.Item2), Markets.Bars(1, 1, 200), null, ("account.currency", "EUR"), ("account.fixedRates.USD", "0.5"), ("account.cash", 1000)).Summary;
        var dollars = TestRun.Execute(TestStrategy.Shipped(strategy.Item1, strategy.Item2), Markets.Bars(1, 1, 200), null, ("account.cash", 2000)).Summary;
        Assert.Equal("EUR", euros.Currency);
        Assert.True(euros.Fills > 4);
        Assert.Equal(dollars.NetPnl / 2, euros.NetPnl, 8);
        Assert.Equal(dollars.Fees / 2, euros.Fees, 8);
    }
}
