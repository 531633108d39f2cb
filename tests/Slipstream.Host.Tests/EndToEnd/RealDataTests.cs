using Xunit.Abstractions;

namespace Slipstream.Host.Tests.EndToEnd;

/// <summary>Real price files, where they are: in SLIPSTREAM_DATA, or in shared/data above the repository.</summary>
public sealed class RealDataTests(ITestOutputHelper output) : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Theory]
    [InlineData("crypto/daily/BTCUSD_bitstamp-then-coinbase_1d_2011-2025.csv", 5000)]
    [InlineData("crypto/1m/BTCUSDT_binance-us_1m_2023-03-01_2023-03-21.csv", 20_000)]
    [InlineData("fx/1m/GBPUSD_fxcm_1m_bid_2012.csv.zip", 300_000)]
    [InlineData("equity/daily/pyportfolioopt_SPY_1993-2020.csv", 6000)]
    public void A_backtest_on_a_real_file_is_reported_verified_and_replayed(string file, int atLeast)
    {
        if (Shell.RealData is not { } data || !File.Exists(Path.Combine(data, file)))
        {
            var message = $"SKIPPED: {file} is not there; set SLIPSTREAM_DATA to the folder of real data.";
            output.WriteLine(message);
            Console.WriteLine(message);
            return;
        }

        var result = _shell.Run("backtest", "--strategy", "ema-cross", "--data", Path.Combine(data, file), "--journal", "j", "--report", "r.html", "--json").Expect(0);

        Assert.True(result.Json.GetProperty("events").GetInt32() > atLeast, result.Out);
        Assert.Equal(result.Json.GetProperty("grossPnl").GetDouble(), result.Json.GetProperty("netPnl").GetDouble() + result.Json.GetProperty("fees").GetDouble(), 6);
        Assert.True(new FileInfo(_shell.Path("r.html")).Length > 10_000);
        _shell.Run("verify", "j").Expect(0);
        var replay = _shell.Run("replay", "j", "--json").Expect(0).Json;
        Assert.Equal(result.Json.GetProperty("stateHash").GetString(), replay.GetProperty("stateHash").GetString());
    }
}
