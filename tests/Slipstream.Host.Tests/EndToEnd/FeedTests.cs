using System.Diagnostics;

namespace Slipstream.Host.Tests.EndToEnd;

public sealed class FeedTests : IDisposable
{
    private static readonly string[] Command = ["run", "--mode", "dry-run", "--strategy", "ema-cross", "--set", "fast=3", "--set", "slow=8", "--feed", "-", "--journal", "j", "--json"];
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void A_feed_on_standard_input_is_traded_and_proved()
    {
        var json = _shell.RunFed(Prices.Feed(500), Command).Expect(0).Json;

        Assert.Equal(("DRY_RUN", 500), (json.GetProperty("mode").GetString(), json.GetProperty("events").GetInt32()));
        Assert.True(json.GetProperty("fills").GetInt32() > 20);
        _shell.Run("verify", "j").Expect(0).Says("closed: the run was ended in order");
        _shell.Run("replay", "j").Expect(0);
    }

    [Fact]
    public void Lines_that_cannot_be_used_are_told_with_number_and_reason_and_counted()
    {
        var lines = Prices.Feed(40).ToList();
        var bad = new[]
        {
            "garbage",
            """{"type":"bar","symbol":"BTC/USDT","time":"2024-01-01T00:10:30Z","open":"1","high":"2"}""",
            """{"type":"trade","symbol":"BTC/USDT","time":"2024-01-01T00:10:30Z","price":"-5","size":"1"}""",
            """{"type":"trade","symbol":"BTC/USDT","time":"2024-01-01T00:10:30Z","price":"5","size":"-1"}""",
            """{"type":"trade","symbol":"BTC/USDT","time":"2023-01-01T00:00:00Z","price":"5","size":"1"}""",
            """{"type":"trade","symbol":"DOGE/USDT","time":"2024-01-01T00:10:30Z","price":"5","size":"1"}""",
            """{"type":"trade","symbol":"BTC/USDT","time":"yesterday","price":"5","size":"1"}""",
            """{"type":"quote","symbol":"BTC/USDT","time":"2024-01-01T00:10:30Z","bid":"5","ask":"5"}""",
            """{"type":"frob","symbol":"BTC/USDT","time":"2024-01-01T00:10:30Z"}""",
            """{"type":"instrument","symbol":"ETH/USDT"}""",
            "[1,2]",
            """{"type":"trade","symbol":"\ud800","time":"2024-01-01T00:10:30Z","price":"5"}""",
            """{"type":"trade","symbol":"BTC/USDT","time":"2024-01-01T00:10:30Z","price":"5"} {"type":"trade"}""",
        };
        string[] reasons = ["not valid JSON", "'low' is missing", "-5", "-1", "goes back", "'DOGE/USDT' is not among", "yesterday", "below ask", "'frob'", "after the first event", "not a JSON object", "not valid UTF-8", "not valid JSON"];
        lines.InsertRange(10, bad);

        var run = _shell.RunFed([.. lines, ""], Command).Expect(0);

        Assert.Equal(40, run.Json.GetProperty("events").GetInt32());
        Assert.Contains("13 lines of the feed could not be used", run.Err, StringComparison.Ordinal);
        for (var i = 0; i < bad.Length; i++)
        {
            Assert.Contains(run.Err.Split('\n'), line => line.Contains($"line {11 + i}: ", StringComparison.Ordinal) && line.Contains(reasons[i], StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("\"tickSize\":\"0\"", "tickSize '0' is not above 0")]
    [InlineData("\"lotSize\":-1", "lotSize '-1' is not above 0")]
    [InlineData("\"takerFee\":\"5\"", "takerFee '5' is no fraction")]
    [InlineData("\"assetClass\":\"frob\"", "assetClass 'frob' is not crypto")]
    public void A_declaration_that_makes_no_sense_is_told_and_not_used(string field, string message)
    {
        var run = _shell.RunFed(["\uFEFF{\"type\":\"instrument\",\"symbol\":\"BTC/USDT\"," + field + "}", .. Prices.Feed(3)], Command).Expect(0);

        Assert.Contains($"line 1: {message}", run.Err, StringComparison.Ordinal);
        Assert.Equal(3, run.Json.GetProperty("events").GetInt32());
    }

    [Fact]
    public void A_bad_line_is_told_while_the_feed_goes_on()
    {
        using var run = _shell.Start(Command);
        foreach (var line in Prices.Feed(5).Append("garbage"))
        {
            run.Feed(line);
        }

        Assert.Contains("line 6: not valid JSON", run.WaitForError("line 6"), StringComparison.Ordinal);
        Assert.False(run.HasExited);
        run.EndInput();
        run.Wait().Expect(0);
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public void A_signal_ends_a_run_in_order_even_on_a_silent_feed(string signal)
    {
        // Whoever starts the tests in the background makes them ignore SIGINT, and their children too.
        using var run = _shell.StartUnder(["env", "--default-signal=INT"], Command, feedsInput: true);
        foreach (var line in Prices.Feed(60))
        {
            Assert.True(run.Feed(line));
        }

        WaitForRecords("fill");
        run.Signal(signal);
        var outcome = run.Wait().Expect(0);

        Assert.Equal(60, outcome.Json.GetProperty("events").GetInt32());
        Assert.Contains("interrupted", outcome.Err, StringComparison.Ordinal);
        Assert.True(_shell.Run("verify", "j", "--json").Expect(0).Json.GetProperty("closed").GetBoolean());
        _shell.Run("replay", "j").Expect(0);
    }

    [Fact]
    public void A_signal_ends_a_paced_recording_in_order()
    {
        _shell.Write("btc.csv", Prices.Csv(200));
        using var run = _shell.StartUnder(["env", "--default-signal=INT"], ["run", "--strategy", "buy-and-hold", "--feed", "btc.csv", "--speed", "900x", "--journal", "j", "--json"]);
        WaitForRecords("decision");
        run.Signal("INT");

        var outcome = run.Wait().Expect(0);

        Assert.InRange(outcome.Json.GetProperty("events").GetInt32(), 1, 199);
        Assert.True(_shell.Run("verify", "j", "--json").Expect(0).Json.GetProperty("closed").GetBoolean());
        _shell.Run("replay", "j").Expect(0);
    }

    [Theory]
    [InlineData("", "The feed ended before its first event")]
    [InlineData("garbage", "line 1: not valid JSON: garbage")]
    [InlineData("""{"type":"trade","time":1,"price":"5"}""", "symbol")]
    public void A_feed_without_one_event_is_refused_and_leaves_no_journal(string line, string message)
    {
        _shell.RunFed(line.Length == 0 ? [] : [line], Command).Refuses(2, message);
        Assert.False(Directory.Exists(_shell.Path("j")));
    }

    [Fact]
    public void A_run_without_a_feed_says_how_to_give_one()
    {
        _shell.Run("run", "--strategy", "ema-cross").Refuses(2, "--feed FILE", "--feed -");
        _shell.Run("run", "--strategy", "ema-cross", "--feed", "-", "--feed", "x.csv").Refuses(2, "Standard input (-)");
        _shell.Run("run", "--strategy", "ema-cross", "--feed", "x.csv").Refuses(2, "x.csv: there is no such file");
    }

    [Fact]
    public void A_symbol_on_the_command_line_names_lines_that_carry_none()
    {
        var lines = Prices.Feed(30).Select(l => l.Replace("\"symbol\":\"BTC/USDT\",", "", StringComparison.Ordinal));

        _shell.RunFed(lines, [.. Command, "--symbol", "ETH/USDT"]).Expect(0);

        Assert.Contains("\"symbol\":\"ETH/USDT\"", _shell.Run("journal", "j", "--type", "run-started", "--json").Expect(0).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Recorded_time_passes_at_the_chosen_speed()
    {
        _shell.Write("btc.csv", Prices.Csv(61, minutes: 1));

        Assert.True(Seconds("--speed", "1800x") >= 2, "60 minutes at 1800x take two seconds.");
        _shell.Run("replay", "paced").Expect(0);

        double Seconds(params string[] speed)
        {
            var clock = Stopwatch.StartNew();
            Assert.Equal(61, _shell.Run(["run", "--strategy", "buy-and-hold", "--feed", "btc.csv", "--journal", "paced", "--json", .. speed]).Expect(0).Json.GetProperty("events").GetInt32());
            return clock.Elapsed.TotalSeconds;
        }
    }

    private void WaitForRecords(string type)
    {
        var clock = Stopwatch.StartNew();
        while (!Directory.Exists(_shell.Path("j")) || _shell.Run("journal", "j", "--type", type) is not { Code: 0, Lines.Count: > 0 })
        {
            Assert.True(clock.Elapsed < TimeSpan.FromMinutes(1), $"No {type} came.");
            Thread.Sleep(50);
        }
    }
}
