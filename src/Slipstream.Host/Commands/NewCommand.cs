using System.CommandLine;
using Slipstream.Host.Cli;
using Slipstream.Runtime.StrategyLoading;

namespace Slipstream.Host.Commands;

/// <summary>slipstream new strategy: a working file to start from.</summary>
internal static class NewCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("NAME") { Description = "Name of the strategy, such as my-trend." };
        var kind = new Option<string>("--kind") { Description = "strategy: called for each event; alpha: signals and sizes from bars, in ten lines.", HelpName = "strategy|alpha", DefaultValueFactory = _ => "strategy" };
        var strategy = new Command("strategy", "Write a commented strategy that runs as it is into this folder: MyTrend.cs for my-trend.") { name, kind };
        strategy.SetAction(parsed =>
        {
            var file = StrategyTemplate.Write(Directory.GetCurrentDirectory(), parsed.GetValue(name)!, parsed.GetValue(kind) switch
            {
                "strategy" => TemplateKind.Strategy,
                "alpha" => TemplateKind.Alpha,
                var other => throw new UsageException($"--kind {other}: there are strategy and alpha."),
            });
            Console.WriteLine($"{file} is written. Run it:");
            Console.WriteLine($"  slipstream backtest --strategy {Path.GetFileName(file)} --data YOUR-PRICES.csv --report report.html");
            return ExitCode.Good;
        });
        return new Command("new", "Write a new strategy.") { strategy };
    }
}
