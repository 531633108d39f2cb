namespace Slipstream.Host.Tests.EndToEnd;

public sealed class HelpTests : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Theory]
    [InlineData("backtest", "--strategy --data --symbol --set --cash --config --journal --report --json --from --to --option")]
    [InlineData("run", "--mode --strategy --feed --speed --symbol --set --cash --config --journal --report --json")]
    [InlineData("replay", "<DIR> --json")]
    [InlineData("verify", "<DIR> --json")]
    [InlineData("journal", "<DIR> --type --follow --json intent order fill")]
    [InlineData("strategies", "--json")]
    [InlineData("schema", "<NAME>")]
    [InlineData("bench", "s1 s10 --json --runs --write")]
    [InlineData("new", "strategy <NAME>")]
    [InlineData("new strategy", "<NAME> --kind")]
    [InlineData("prepare", "--data --out --symbol")]
    [InlineData("demo", "--out")]
    public void Every_verb_explains_its_options_and_the_exit_codes(string verb, string words)
    {
        var help = _shell.Run([.. verb.Split(' '), "--help"]).Expect(0);

        help.Says("Exit codes: 0 good, 1 usage, 2 bad data or config, 3 diverged, 4 corrupt journal.").Says(words.Split(' '));
        Assert.Empty(help.Err);
    }

    [Fact]
    public void The_list_of_verbs_is_whole_and_names_the_exit_codes_once()
    {
        var help = _shell.Run("--help").Expect(0).Says("backtest", "run", "replay", "verify", "journal", "strategies", "schema", "bench", "new", "demo");

        Assert.Equal(2, help.Out.Split("Exit codes").Length);
        _shell.Run().Expect(1).Says("backtest");
        Assert.Matches(@"^\d+\.\d+\.\d+", _shell.Run("--version").Expect(0).Out);
    }

    [Theory]
    [InlineData("frobnicate", "There is no command 'frobnicate'; there are backtest, run", "`slipstream --help`")]
    [InlineData("backtest --dta x.csv", "'--dta'", "`slipstream backtest --help`")]
    [InlineData("backtest --data", "--data", "`slipstream backtest --help`")]
    [InlineData("new strat x", "There is no command 'strat'; there are strategy", "`slipstream new --help`")]
    [InlineData("new strategy", "NAME", "`slipstream new strategy --help`")]
    [InlineData("replay", "DIR", "`slipstream replay --help`")]
    [InlineData("verify a b", "'b'", "`slipstream verify --help`")]
    [InlineData("bench s1 --runs many", "many", "`slipstream bench --help`")]
    [InlineData("bench s2", "s1, s10", "There is no workload 's2'")]
    [InlineData("schema frob", "config, feed, backtest-result", "There is no schema 'frob'")]
    [InlineData("journal . --type frob", "intent, intent-refused, order", "--type frob")]
    [InlineData("run --mode live --strategy ema-cross --feed x", "--mode live", "use --mode dry-run")]
    [InlineData("run --mode frob --strategy ema-cross --feed x", "--mode frob", "there is dry-run")]
    [InlineData("run --strategy ema-cross --feed x --speed fast", "--speed fast", "1x, 60x or max")]
    [InlineData("run --strategy ema-cross --feed x --speed 0x", "--speed 0x", "1x, 60x or max")]
    [InlineData("new strategy x --kind frob", "--kind frob", "strategy and alpha")]
    [InlineData("backtest --strategy ema-cross --data x --report .", "--report .", "this is a folder")]
    public void A_command_line_that_cannot_be_meant_is_refused_with_a_hint(string line, string complaint, string hint)
    {
        var refused = _shell.Run(line.Split(' ')).Refuses(1, complaint, hint);

        Assert.Empty(refused.Out);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_shell.Folder));
    }
}
