using System.CommandLine;
using Slipstream.Domain;
using Slipstream.Host.Cli;
using Slipstream.Runtime.Configuration;
using Slipstream.Runtime.DataAccess;
using Slipstream.Runtime.StrategyLoading;

namespace Slipstream.Host.Commands;

/// <summary>slipstream demo: a synthetic market, a strategy, its report, and the proof.</summary>
internal static class DemoCommand
{
    public static Command Create()
    {
        var output = new Option<string>("--out") { Description = "Folder for report and journal.", HelpName = "DIR", DefaultValueFactory = _ => "demo" };
        var command = new Command("demo", "Backtest a shipped strategy on a synthetic market, write its report, then verify and replay its journal.") { output };
        command.SetAction(parsed => Execute(parsed.GetValue(output)!));
        return command;
    }

    private static int Execute(string folder)
    {
        Directory.CreateDirectory(folder);
        var journal = Path.Combine(folder, $"journal-{DateTime.UtcNow:yyyyMMdd-HHmmss}");
        var report = Path.Combine(folder, "report.html");
        Console.WriteLine("1. A trend follower with a volatility target on ten years of a SYNTHETIC market of three coins: daily bars, changing regimes, no real prices.");
        var document = new ConfigDocument();
        document.Set("strategy", "ts-momentum", "demo");
        document.Set("parameters.allowShort", "false", "demo");
        document.Set("journal.directory", journal, "demo");
        document.Set("execution.spread.model", "fixed", "demo");
        document.Set("execution.impact.model", "square-root", "demo");
        var config = RunConfig.From(document, Mode.Backtest);
        var strategy = StrategyLoader.Load(config.Text("strategy")!, config.Parameters);
        using var interrupt = new Interrupt();
        var result = SimulatedCommand.Execute(config, strategy, RunData.OfReader(DemoMarket.Create(), $"synthetic market, seed {DemoMarket.Seed}, no real prices"), json: false, report, speed: null, interrupt);
        if (result != ExitCode.Good)
        {
            return result;
        }

        Console.WriteLine();
        Console.WriteLine($"2. Is the journal whole? slipstream verify {journal}");
        result = CommandLine.Run(["verify", journal]);
        Console.WriteLine();
        Console.WriteLine($"3. Would every decision be taken again? slipstream replay {journal}");
        result = result == ExitCode.Good ? CommandLine.Run(["replay", journal]) : result;
        Console.WriteLine();
        Console.WriteLine($"Open {Path.GetFullPath(report)} in a browser. Next: slipstream backtest --strategy ema-cross --data YOUR-PRICES.csv --report report.html");
        return result;
    }
}
