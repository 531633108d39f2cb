using System.CommandLine;
using Slipstream.Domain;
using Slipstream.Host.Cli;
using Slipstream.Runtime.Configuration;

namespace Slipstream.Host.Commands;

/// <summary>slipstream backtest: one strategy over recorded prices.</summary>
internal static class BacktestCommand
{
    public static Command Create()
    {
        var options = new RunOptions();
        var data = new Option<string[]>("--data", "-d") { Description = "Price file, folder, zip or prepared dataset (.tape); may be repeated for several instruments.", HelpName = "FILE" };
        var command = new Command("backtest", "Run a strategy over recorded prices and report what it would have earned.\nExample: slipstream backtest --strategy ema-cross --data btc.csv --report btc.html --journal runs/btc") { data };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            var document = options.Document(parsed, parsed.GetValue(data) ?? [], "--data");
            return SimulatedCommand.Execute(RunConfig.From(document, Mode.Backtest), parsed.GetValue(options.Json), options.Report(parsed), null);
        });
        return command;
    }
}
