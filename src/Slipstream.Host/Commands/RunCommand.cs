using System.CommandLine;
using Slipstream.Domain;
using Slipstream.Host.Cli;
using Slipstream.Runtime.Configuration;

namespace Slipstream.Host.Commands;

/// <summary>slipstream run: one strategy on a feed as it comes.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var options = new RunOptions();
        var mode = new Option<string>("--mode", "-m") { Description = "dry-run: a live or recorded feed, simulated execution. (live comes with the venue adapters.)", HelpName = "MODE", DefaultValueFactory = _ => "dry-run" };
        var feed = new Option<string[]>("--feed", "-f") { Description = "Recorded file, or - for JSON lines on standard input (`slipstream schema feed`).", HelpName = "FILE|-" };
        var speed = new Option<string?>("--speed") { Description = "How fast recorded time passes: 1x as it was, 60x a minute a second, max as fast as possible (max).", HelpName = "SPEED" };
        var command = new Command("run", "Run a strategy on a feed, as it comes.\nExample: my-feed | slipstream run --mode dry-run --strategy market-maker --symbol BTC/USDT --feed - --journal runs/today") { mode, feed, speed };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            var chosen = parsed.GetValue(mode)!;
            if (chosen != "dry-run")
            {
                throw new UsageException(chosen == "live" ? "--mode live needs a venue adapter and arming, which this version does not have; use --mode dry-run." : $"--mode {chosen}: there is dry-run.");
            }

            var document = options.Document(parsed, parsed.GetValue(feed) ?? [], "--feed");
            return SimulatedCommand.Execute(RunConfig.From(document, Mode.DryRun), parsed.GetValue(options.Json), options.Report(parsed), Speed.Parse(parsed.GetValue(speed)));
        });
        return command;
    }
}
