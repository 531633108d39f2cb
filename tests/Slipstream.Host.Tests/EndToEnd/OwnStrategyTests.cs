namespace Slipstream.Host.Tests.EndToEnd;

public sealed class OwnStrategyTests : IDisposable
{
    private static readonly string[] Data = ["--data", "btc.csv", "--symbol", "BTC/USD"];
    private readonly Shell _shell = new();

    public OwnStrategyTests() => _shell.Write("btc.csv", Prices.Csv(1500));

    public void Dispose() => _shell.Dispose();

    [Theory]
    [InlineData("my-trend", "MyTrend.cs", "strategy")]
    [InlineData("my-alpha", "MyAlpha.cs", "alpha")]
    public void The_template_runs_as_it_is_and_its_journal_needs_no_file_any_more(string name, string file, string kind)
    {
        _shell.Run("new", "strategy", name, "--kind", kind).Expect(0).Says($"slipstream backtest --strategy {file} --data");
        var json = _shell.Run(["backtest", "--strategy", file, .. Data, "--set", "bars=30", "--journal", "j", "--json"]).Expect(0).Json;
        Assert.Equal(name, json.GetProperty("strategy").GetString());
        Assert.True(json.GetProperty("fills").GetInt32() > 10);

        _shell.Run("new", "strategy", name).Refuses(2, file, "exists");
        File.Delete(_shell.Path(file));

        Assert.Equal(json.GetProperty("stateHash").GetString(), _shell.Run("replay", "j", "--json").Expect(0).Json.GetProperty("stateHash").GetString());
        _shell.Run("verify", "j").Expect(0);
        _shell.Run(["backtest", "--strategy", file, .. Data]).Refuses(2, $"There is no file {file}");
    }

    [Fact]
    public void One_character_more_is_another_version()
    {
        _shell.Run("new", "strategy", "my-trend").Expect(0);
        string Version() => _shell.Run(["backtest", "--strategy", "MyTrend.cs", .. Data, "--json"]).Expect(0).Json.GetProperty("versionHash").GetString()!;
        var first = Version();

        Assert.Equal(first, Version());
        File.AppendAllText(_shell.Path("MyTrend.cs"), "//");
        Assert.NotEqual(first, Version());
    }

    [Fact]
    public void Errors_look_as_a_compilers_do()
    {
        _shell.Run("new", "strategy", "my-trend").Expect(0);
        var lines = File.ReadAllLines(_shell.Path("MyTrend.cs"));
        var at = Array.FindIndex(lines, l => l.Contains("channel.Update(", StringComparison.Ordinal));
        File.WriteAllLines(_shell.Path("MyTrend.cs"), [.. lines[..at], "        frob(1);", "        int x = \"one\";", .. lines[at..]]);

        var refused = _shell.Run(["backtest", "--strategy", "MyTrend.cs", .. Data, "--journal", "j"]).Expect(2);

        Assert.Equal(
            [$"MyTrend.cs({at + 1},9): error CS0103: The name 'frob' does not exist in the current context", $"MyTrend.cs({at + 2},17): error CS0029: Cannot implicitly convert type 'string' to 'int'"],
            refused.Err.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(l => l.Contains("error", StringComparison.Ordinal)));
        Assert.False(Directory.Exists(_shell.Path("j")));
    }

    [Fact]
    public void The_wall_clock_is_refused_with_what_to_use_instead()
    {
        _shell.Write("Clock.cs", Strategy("var now = DateTime.Now;"));

        _shell.Run(["backtest", "--strategy", "Clock.cs", .. Data]).Refuses(2, "Clock.cs(6,", "error SLIP001", "context.Now");
    }

    [Fact]
    public void A_strategy_that_throws_is_named_with_file_and_line_and_leaves_a_journal_that_verifies()
    {
        _shell.Write("Thrower.cs", Strategy("if (context.Position(tick.Instrument).IsFlat) { context.Buy(tick.Instrument, Quantity.Parse(\"1\"), \"in\"); } else { throw new InvalidOperationException(\"no exit\"); }"));

        var failed = _shell.Run(["backtest", "--strategy", "Thrower.cs", .. Data, "--journal", "j", "--json"]).Refuses(2, "The strategy failed in OnTick", "no exit", "Thrower.cs:6");

        Assert.Empty(failed.Out);
        _shell.Run("verify", "j").Expect(0).Says("not closed");
        _shell.Run("replay", "j").Expect(0);
        Assert.NotEmpty(_shell.Run("journal", "j", "--type", "order").Expect(0).Lines);
    }

    [Fact]
    public void An_assembly_is_loaded_by_its_types_name_and_replays_from_its_snapshot()
    {
        File.Copy(Path.Combine(AppContext.BaseDirectory, "Slipstream.Strategies.dll"), _shell.Path("Mine.dll"));

        _shell.Run(["backtest", "--strategy", "Mine.dll", .. Data]).Refuses(2, "Mine.dll has", "EmaCross", "Name one");
        _shell.Run(["backtest", "--strategy", "Mine.dll:Frob", .. Data]).Refuses(2, "Frob", "EmaCross");
        var json = _shell.Run(["backtest", "--strategy", "Mine.dll:EmaCross", .. Data, "--journal", "j", "--json"]).Expect(0).Json;
        var shipped = _shell.Run(["backtest", "--strategy", "ema-cross", .. Data, "--json"]).Expect(0).Json;
        File.Delete(_shell.Path("Mine.dll"));

        Assert.Equal(shipped.GetProperty("finalEquity").GetDouble(), json.GetProperty("finalEquity").GetDouble());
        Assert.NotEqual(shipped.GetProperty("versionHash").GetString(), json.GetProperty("versionHash").GetString());
        _shell.Run("replay", "j").Expect(0);
    }

    [Fact]
    public void What_is_no_strategy_is_refused()
    {
        _shell.Write("Empty.cs", "public class Nothing;");
        _shell.Write("Text.dll", "not an assembly");

        _shell.Run(["backtest", "--strategy", "Empty.cs", .. Data]).Refuses(2, "Empty.cs has no strategy");
        _shell.Run(["backtest", "--strategy", "Text.dll", .. Data]).Refuses(2, "Text.dll is not a .NET assembly");
        _shell.Run(["backtest", "--strategy", "btc.csv", .. Data]).Refuses(2, "There is no strategy 'btc.csv'");
        _shell.Run("new", "strategy", "a&b").Refuses(2, "'a&b' can't name a strategy");
        _shell.Run("new", "strategy", "../x").Refuses(2, "can't name a strategy");
    }

    private static string Strategy(string onTick) => $$"""
        public sealed class Mine : Strategy
        {
            public override StrategyMetadata Metadata => new("mine", "trend", "Of a test.", ExecutionStyle.Taker);
            public override void OnTick(StrategyContext context, in MarketEvent tick)
            {
                {{onTick}}
            }
        }
        """;
}
