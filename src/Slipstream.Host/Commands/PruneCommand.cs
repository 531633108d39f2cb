using System.CommandLine;
using System.Globalization;
using Slipstream.Host.Cli;
using Slipstream.Journal;
using Command = System.CommandLine.Command;

namespace Slipstream.Host.Commands;

/// <summary>slipstream prune: retention of raw market data.</summary>
internal static class PruneCommand
{
    public static Command Create()
    {
        var directories = new Argument<string[]>("DIR") { Description = "Folders of journals.", Arity = ArgumentArity.OneOrMore };
        var age = new Option<string>("--older-than") { Description = "Drop market data last written longer ago than this many days, such as 90d.", HelpName = "DAYSd", DefaultValueFactory = _ => "90d" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Only tell what would be dropped." };
        var command = new Command("prune", "Drop journals' market data after its retention period. Decisions, intents, orders, fills and commands stay for ever; verify still passes, replay says that inputs are retired.") { directories, age, dryRun };
        command.SetAction(parsed =>
        {
            var before = DateTime.UtcNow - Days(parsed.GetValue(age)!);
            foreach (var directory in parsed.GetValue(directories)!)
            {
                foreach (var (path, bytes) in TapeRetention.Prune(directory, before, parsed.GetValue(dryRun)))
                {
                    Console.WriteLine($"{(parsed.GetValue(dryRun) ? "would drop" : "dropped")} {path}, {bytes:N0} bytes");
                }
            }

            return ExitCode.Good;
        });
        return command;
    }

    private static TimeSpan Days(string text) =>
        double.TryParse(text.TrimEnd('d'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var days) && days <= 36_500
            ? TimeSpan.FromDays(days)
            : throw new UsageException($"--older-than {text}: write a number of days, such as 90d.");
}
