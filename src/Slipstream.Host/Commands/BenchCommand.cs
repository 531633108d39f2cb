using System.CommandLine;
using Slipstream.Host.Benchmarks;
using Slipstream.Host.Cli;

namespace Slipstream.Host.Commands;

/// <summary>slipstream bench: the reference workloads, so that anyone can repeat them.</summary>
internal static class BenchCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("workload") { Description = "Which: " + string.Join("; ", Workloads.All.Select(w => $"{w.Name}: {w.Description}")), HelpName = string.Join('|', Workloads.All.Select(w => w.Name)) };
        var json = new Option<bool>("--json") { Description = "Print the figures as JSON." };
        var runs = new Option<int>("--runs") { Description = "Warm runs after the cold one.", DefaultValueFactory = _ => 5 };
        var write = new Option<string?>("--write") { Description = "s1, s10: write the data as CSV to this file (s10: folder) instead of running.", HelpName = "FILE" };
        var command = new Command("bench", "Run a reference workload and print its figures.") { name, json, runs, write };
        command.SetAction(parsed =>
        {
            var workload = Workloads.Find(parsed.GetValue(name)!);
            if (parsed.GetValue(write) is { } path)
            {
                workload.Write(path);
                return ExitCode.Good;
            }

            var figures = workload.Run(Math.Max(0, parsed.GetValue(runs)));
            figures.Print(parsed.GetValue(json), Console.Out);
            return figures.IsRight ? ExitCode.Good : ExitCode.Diverged;
        });
        return command;
    }
}
