using System.Text.Json;

namespace Slipstream.Host.Tests.EndToEnd;

public sealed class JournalCommandTests(FinishedRun run) : IClassFixture<FinishedRun>
{
    [Theory]
    [InlineData("decision", "id ts mode strategyId versionHash inputsRef rationale tags")]
    [InlineData("intent", "id ts mode strategyId versionHash asset side qty orderType limitPrice tif urgency riskTags rationaleRef")]
    [InlineData("order", "id ts mode venue asset side qty orderType limitPrice tif status intentId correlationId")]
    [InlineData("fill", "id ts mode venue asset side qty price fees orderId intentId seq")]
    public void Each_line_carries_the_fields_of_its_schema(string type, string fields)
    {
        var lines = run.Shell.Run("journal", "runs/btc", "--type", type, "--json").Expect(0).Lines;

        Assert.True(lines.Count > 50);
        Assert.All(lines, line =>
        {
            var json = JsonDocument.Parse(line).RootElement;
            Assert.All(fields.Split(' ').Concat(["sequence", "time", "runId"]), name => Assert.True(json.TryGetProperty(name, out _), $"{name} is missing in {line}"));
            Assert.Equal((type, "BACKTEST", "ema-cross"), (json.GetProperty("type").GetString(), json.GetProperty("mode").GetString(), json.GetProperty("strategyId").GetString()));
            Assert.Equal(run.Backtest.Json.GetProperty("versionHash").GetString(), json.GetProperty("versionHash").GetString());
        });
    }

    [Fact]
    public void Each_fill_leads_back_to_its_decision()
    {
        Dictionary<long, JsonElement> By(string type) => run.Shell.Run("journal", "runs/btc", "--type", type, "--json").Expect(0).Lines
            .Select(l => JsonDocument.Parse(l).RootElement).ToDictionary(r => r.GetProperty("id").GetInt64());
        var (decisions, intents, orders) = (By("decision"), By("intent"), By("order"));

        Assert.All(By("fill").Values, fill =>
        {
            var order = orders[fill.GetProperty("orderId").GetInt64()];
            var intent = intents[order.GetProperty("intentId").GetInt64()];
            var decision = decisions[intent.GetProperty("rationaleRef").GetInt64()];
            Assert.Equal(fill.GetProperty("intentId").GetInt64(), intent.GetProperty("id").GetInt64());
            Assert.NotEqual("", decision.GetProperty("rationale").GetString());
            Assert.True(decision.GetProperty("sequence").GetInt64() < intent.GetProperty("sequence").GetInt64() && order.GetProperty("sequence").GetInt64() < fill.GetProperty("sequence").GetInt64());
        });
    }

    [Fact]
    public void As_text_a_record_is_a_line_and_types_can_be_combined()
    {
        var all = run.Shell.Run("journal", "runs/btc").Expect(0);
        var some = run.Shell.Run("journal", "runs/btc", "--type", "order", "--type", "fill").Expect(0);

        Assert.Equal(run.Shell.Run("verify", "runs/btc", "--json").Json.GetProperty("records").GetInt32(), all.Lines.Count);
        Assert.Equal(all.Lines.Where(l => l.Contains(" order ", StringComparison.Ordinal) || l.Contains(" fill ", StringComparison.Ordinal)), some.Lines);
        Assert.Matches(@"^ +1 2024-01-01T00:15:00Z +run-started +configHash=", all.Lines[0]);
    }

    [Fact]
    public void Output_that_nobody_reads_to_its_end_is_no_failure()
    {
        var cut = run.Shell.Bash("for i in 1 2 3 4 5; do slipstream journal runs/btc --json; done | head -1; exit ${PIPESTATUS[1]}").Expect(0);

        Assert.Single(cut.Lines);
        Assert.Empty(cut.Err);
    }

    [Fact]
    public void Following_a_growing_journal_shows_each_record_once_and_ends_with_the_run()
    {
        using var shell = new Shell();
        using var follower = shell.Start(["journal", "live", "--follow", "--json"], feedsInput: false);
        using var live = shell.Start(["run", "--strategy", "ema-cross", "--set", "fast=3", "--set", "slow=8", "--feed", "-", "--journal", "live", "--json"]);
        foreach (var batch in Prices.Feed(300).Chunk(30))
        {
            Assert.All(batch, line => Assert.True(live.Feed(line)));
            Thread.Sleep(30);
        }

        live.EndInput();
        live.Wait().Expect(0);

        var seen = follower.Wait().Expect(0);

        Assert.Equal(shell.Run("journal", "live", "--json").Expect(0).Out, seen.Out);
        Assert.Contains("\"type\":\"run-ended\"", seen.Lines[^1], StringComparison.Ordinal);
        Assert.Contains("\"mode\":\"DRY_RUN\"", seen.Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_a_journal_is_named()
    {
        foreach (var verb in new[] { "verify", "replay", "journal" })
        {
            run.Shell.Run(verb, "nothing").Refuses(2, "There is no journal in nothing");
        }
    }
}
