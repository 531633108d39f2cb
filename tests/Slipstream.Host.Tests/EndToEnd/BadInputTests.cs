using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Slipstream.Host.Tests.EndToEnd;

/// <summary>What people give by mistake: told with file and line, exit code 2, nothing run.</summary>
public sealed class BadInputTests : IDisposable
{
    private const string Header = Prices.Header;
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Theory]
    [InlineData("not a number", "2024-01-01 00:30:00,abc,11,9,10,5", "open is not a number")]
    [InlineData("negative volume", "2024-01-01 00:30:00,10,11,9,10,-5", "the volume is negative")]
    [InlineData("high below low", "2024-01-01 00:30:00,10,9,11,10,5", "high 9 is below low 11")]
    [InlineData("time backwards", "2023-12-31 00:00:00,10,11,9,10,5", "time goes backwards")]
    [InlineData("contradicting duplicate", "2024-01-01 00:15:00,12,13,11,12,5", "a second row for")]
    [InlineData("missing column", "2024-01-01 00:30:00,10,11", "the row ends before")]
    [InlineData("not a time", "noon,10,11,9,10,5", "is not a time")]
    [InlineData("mixed units", "1704069000000,10,11,9,10,5", "time")]
    public void A_bad_row_is_quarantined_counted_and_told_with_file_and_line(string what, string row, string message)
    {
        _shell.Write("x.csv", Header + Bar(0) + Bar(1) + row + "\n" + string.Concat(Enumerable.Range(3, 20).Select(Bar)));

        var result = Backtest("--json").Expect(0);

        Assert.Equal(22, result.Json.GetProperty("events").GetInt32());
        Assert.True(result.Err.Contains("1 of 23 rows", StringComparison.Ordinal), $"{what}: {result.Err}");
        Assert.True(result.Err.Contains("x.csv:4: ", StringComparison.Ordinal) && result.Err.Contains(message, StringComparison.Ordinal), $"{what}: {result.Err}");
        Assert.Contains("quarantined", result.Json.GetProperty("notes").ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a,11,9,10,5", "x.csv:2: open is not a number")]
    [InlineData("10,9,11,10,5", "x.csv:2: high 9 is below low 11")]
    [InlineData("10,11,9,10,-1", "x.csv:2: the volume is negative")]
    public void A_file_of_bad_rows_is_refused(string values, string message)
    {
        _shell.Write("x.csv", Header + string.Concat(Enumerable.Range(0, 100).Select(i => Bar(i, values))));

        Backtest("--journal", "j").Refuses(2, message);
    }

    [Theory]
    [InlineData("", "x.csv: the file is empty")]
    [InlineData(Header, "x.csv: holds only a header")]
    [InlineData("time,open,high,volume\n2024-01-01,1,2,3\n", "x.csv:1: found the columns time, open, high, volume; needed are")]
    [InlineData("Dear Sir or Madam,\nplease find enclosed\n", "x.csv:1: found no header")]
    public void What_holds_no_prices_is_refused(string text, string message)
    {
        _shell.Write("x.csv", text);

        var refused = Backtest("--journal", "j", "--json").Refuses(2, message);

        Assert.Empty(refused.Out);
        Assert.False(Directory.Exists(_shell.Path("j")));
    }

    [Fact]
    public void Duplicates_are_dropped_and_counted()
    {
        _shell.Write("x.csv", Header + Bar(0) + Bar(1) + Bar(1) + Bar(2));

        Assert.Contains("1 row", Backtest().Expect(0).Err, StringComparison.Ordinal);
    }

    [Fact]
    public void Mixed_time_units_are_refused_with_the_line()
    {
        _shell.Write("x.csv", Header + string.Concat(Enumerable.Range(0, 40).Select(i => $"{(i < 25 ? 1_704_067_200L + (60 * i) : 1_704_067_200_000L + (60_000L * i))},10,11,9,10,5\n")));

        Backtest().Refuses(2, "x.csv:27: ", "mixed time units");
    }

    [Fact]
    public void A_truncated_gzip_is_refused()
    {
        var bytes = new MemoryStream();
        using (var zip = new GZipStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
        {
            zip.Write(Encoding.ASCII.GetBytes(Prices.Csv(5000)));
        }

        File.WriteAllBytes(_shell.Path("x.csv.gz"), bytes.ToArray()[..^2000]);

        _shell.Run("backtest", "--strategy", "buy-and-hold", "--data", "x.csv.gz", "--symbol", "BTC/USD", "--json").Refuses(2, "x.csv.gz: the compressed file is damaged or cut short");
    }

    [Fact]
    public void A_wrong_encoding_is_refused_and_one_with_a_mark_is_read()
    {
        File.WriteAllBytes(_shell.Path("x.csv"), [0x28, 0xb5, 0x2f, 0xfd, 1, 2, 3, 4]);
        Backtest().Refuses(2, "x.csv", "zstandard");
        File.WriteAllText(_shell.Path("x.csv"), Prices.Csv(30), Encoding.Unicode);
        Backtest().Expect(0);
    }

    [Fact]
    public void Huge_volumes_and_a_wick_to_the_ground_survive()
    {
        _shell.Write("x.csv", Header + Bar(0, "10,11,9,10,1e14") + Bar(1, "10,11,0.01,10,100000000000000") + Bar(2));

        var result = Backtest("--json", "--journal", "j").Expect(0);

        Assert.Equal(3, result.Json.GetProperty("events").GetInt32());
        Assert.DoesNotContain("quarantined", result.Err, StringComparison.Ordinal);
    }

    [Fact]
    public void A_large_file_is_streamed_in_flat_memory()
    {
        // 10 GB would take minutes: sixty megabytes must not take more memory than six.
        _shell.Run("bench", "s1", "--write", "large.csv").Expect(0);
        File.WriteAllLines(_shell.Path("small.csv"), File.ReadLines(_shell.Path("large.csv")).Take(100_000));
        Assert.True(Peak("large.csv") < Peak("small.csv") + 60, "Memory grows with the file.");

        double Peak(string file)
        {
            var result = _shell.Bash($"/usr/bin/env python3 -c \"import resource,subprocess,sys; c=subprocess.run(sys.argv[1:],stdout=subprocess.DEVNULL,stderr=subprocess.DEVNULL).returncode; print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss/1024); sys.exit(c)\" dotnet '{Shell.Binary}' backtest --strategy buy-and-hold --data {file} --symbol BTC/USD");
            return double.Parse(result.Expect(0).Out, CultureInfo.InvariantCulture);
        }
    }

    [Theory]
    [InlineData("--strategy ema-cros", "There is no strategy 'ema-cros'. Did you mean 'ema-cross'?")]
    [InlineData("--strategy ema-cross --set fas=3", "no parameter 'fas'. Did you mean 'fast'?")]
    [InlineData("--strategy ema-cross --set fast=x", "fast", "'x'")]
    [InlineData("--strategy ema-cross --set fast=50 --set slow=20", "fast (50) must be below slow (20)")]
    [InlineData("--strategy ema-cross --set fast", "--set fast: write NAME=VALUE")]
    [InlineData("--strategy ema-cross --set fast=2 --set fast=3", "'fast' is given twice")]
    [InlineData("--strategy ema-cross --cash lots", "--cash", "'lots'", "a number")]
    [InlineData("--strategy ema-cross --symbol A --symbol B", "--symbol is given 2 times, but --data once")]
    [InlineData("--strategy ema-cross --from 2025-01-01 --to 2024-01-01", "'to' (2024-01-01) must be after 'from' (2025-01-01)")]
    [InlineData("--strategy ema-cross --from 2035-01-01", "no event between 2035-01-01 and their end")]
    [InlineData("--strategy ema-cross -o risk.maxPositon=2", "--option: there is no option 'risk.maxPositon'")]
    [InlineData("--strategy ema-cross -o execution.fee.amount=2", "execution.fee.amount has no effect while execution.fee.model is 'instrument'")]
    [InlineData("--strategy ema-cross -o risk.allowedAssets[0]=ETH/USD", "risk.allowedAssets names ETH/USD", "BTC/USD")]
    [InlineData("--strategy ema-cross -o account.currency=EUR", "quoted in USD", "EUR")]
    [InlineData("--strategy ema-cross --cash 1e25", "--cash: account.cash is '1e25', but must be from")]
    [InlineData("--strategy ema-cross -o risk.maxPosition=1e20", "risk.maxPosition is '1e20', but must be from")]
    [InlineData("--strategy ema-cross -o account.currency=U$D", "'U$D' is not a currency code")]
    [InlineData("--strategy ema-cross -o data[1].symbol=ETH/USD", "data[1] names no file")]
    [InlineData("--strategy ema-cross -o data[2].path=x.csv", "data[2] does not follow")]
    [InlineData("--strategy ema-cross -o data[x].path=x.csv", "there is no option 'data[x].path'")]
    [InlineData("--strategy ema-cross -o data[0].stepSeconds=99999999999", "data[0].stepSeconds", "from 1 to")]
    [InlineData("--strategy nothing.cs", "There is no file nothing.cs")]
    [InlineData("--strategy ema-cross --config nothing.json", "nothing.json", "can't be read")]
    [InlineData("--strategy ema-cross --data nothing.csv", "nothing.csv: there is no such file or folder")]
    [InlineData("", "No strategy is given")]
    public void What_cannot_be_run_is_refused_by_name(string options, params string[] messages)
    {
        _shell.Write("x.csv", Prices.Csv(100));
        string[] symbol = options.Contains("--symbol", StringComparison.Ordinal) ? [] : ["--symbol", "BTC/USD"];
        string[] data = options.Contains("--data", StringComparison.Ordinal) ? [] : ["--data", "x.csv"];

        var refused = _shell.Run(["backtest", .. data, .. symbol, .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)]).Refuses(2, messages);

        Assert.Empty(refused.Out);
    }

    [Fact]
    public void All_that_is_wrong_with_a_configuration_is_listed_at_once_with_its_lines()
    {
        _shell.Write("c.json", """
            {
              "strategy": "ema-cross",
              "bogus": 1,                        // a comment
              "account": { "csh": 3, "cash": "many" },
              "execution": {
                "fee": { "model": "none", "amount": 2 },
                "fill": "magic",
              },
              "from": "yesterday",
              "seed": 1.5, "seed": 2,
              "modes": { "dryrun": { "seed": 3 } }
            }
            """);

        _shell.Run("backtest", "--config", "c.json", "--cash", "-5", "--data", "x.csv").Refuses(
            2,
            "c.json:3: there is no option 'bogus'",
            "c.json:4: there is no option 'account.csh'",
            "--cash: account.cash is '-5', but must be from",
            "c.json:6: execution.fee.amount has no effect",
            "c.json:7: execution.fill is 'magic', but must be one of auto, close, bar, quote, queue",
            "c.json:9: from is 'yesterday', but must be a time",
            "c.json:10: 'seed' is given twice",
            "c.json:11: 'modes.dryrun.seed' is not a mode's option");
        _shell.Write("c.json", "{ \"strategy\": \"ema-cross\",\n \"account\": { \"cash\": 3,, }\n}");
        _shell.Run("backtest", "--config", "c.json").Refuses(2, "c.json:2: not valid JSON");
        File.WriteAllBytes(_shell.Path("c.json"), [.. "{\n\"strategy\": \""u8, 0xFF, .. "\" }"u8]);
        _shell.Run("backtest", "--config", "c.json").Refuses(2, "c.json:2: this text is not valid UTF-8");
        _shell.Write("c.json", "{ \"strategy\": \"ema-cross\" }\n{}");
        _shell.Run("backtest", "--config", "c.json").Refuses(2, "c.json:2: not valid JSON");
        _shell.Run("backtest", "--config", "").Refuses(1, "--config: name a file");
        _shell.Write("c.json", "[]");
        _shell.Run("backtest", "--config", "c.json").Refuses(2, "c.json:1: a configuration is a JSON object");
    }

    private static string Bar(int i) => Bar(i, "10,11,9,10,5");

    private static string Bar(int i, string values) => $"{new DateTime(2024, 1, 1).AddMinutes(15 * i):yyyy-MM-dd HH:mm:ss},{values}\n";

    private Outcome Backtest(params string[] more) => _shell.Run(["backtest", "--strategy", "buy-and-hold", "--data", "x.csv", "--symbol", "BTC/USD", .. more]);
}
