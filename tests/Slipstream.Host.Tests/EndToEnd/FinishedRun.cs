namespace Slipstream.Host.Tests.EndToEnd;

/// <summary>One backtest with everything: journal, report and JSON; made once for the tests that look at it.</summary>
public sealed class FinishedRun : IDisposable
{
    public const int Bars = 3000;
    private const string Configuration = """
        {
          "strategy": "ema-cross",
          "parameters": { "fast": 10, "slow": 30, "allowShort": true },
          "data": [ { "path": "btc.csv", "symbol": "BTC/USD" } ],
          "execution": { "spread": { "model": "fixed", "bps": 3 }, "impact": { "model": "square-root" } },
          "risk": { "allowSpotShort": true }
        }
        """;

    public FinishedRun()
    {
        Shell.Write("btc.csv", Prices.Csv(Bars));
        Shell.Write("run.json", Configuration);
        Backtest = Shell.Run("backtest", "--config", "run.json", "--journal", "runs/btc", "--report", "pages/btc.html", "--json").Expect(0);
    }

    public Shell Shell { get; } = new();

    public string Journal => Shell.Path("runs/btc");

    internal Outcome Backtest { get; }

    /// <summary>Returns a copy of the journal that may be damaged.</summary>
    internal string CopyJournal(string name)
    {
        var copy = Shell.Path(name);
        foreach (var file in Directory.EnumerateFiles(Journal, "*", SearchOption.AllDirectories))
        {
            var target = System.IO.Path.Combine(copy, System.IO.Path.GetRelativePath(Journal, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return copy;
    }

    public void Dispose() => Shell.Dispose();
}
