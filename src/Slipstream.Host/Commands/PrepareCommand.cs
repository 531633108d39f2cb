using System.CommandLine;
using Slipstream.Domain;
using Slipstream.Host.Cli;
using Slipstream.Journal;
using Slipstream.Runtime.Configuration;
using Slipstream.Runtime.DataAccess;
using Command = System.CommandLine.Command;

namespace Slipstream.Host.Commands;

/// <summary>slipstream prepare: price files to a dataset that opens at once.</summary>
internal static class PrepareCommand
{
    public static Command Create()
    {
        var options = new RunOptions();
        var data = new Option<string[]>("--data", "-d") { Description = "Price file, folder or zip; may be repeated.", HelpName = "FILE", Required = true };
        var output = new Option<string>("--out") { Description = "The dataset to write.", HelpName = "FILE.tape", Required = true };
        var command = new Command("prepare", "Check price files once and write them as a dataset (.tape) that a backtest opens at once.") { data, output };
        options.AddDataTo(command);
        command.SetAction(parsed =>
        {
            var document = options.Document(parsed, parsed.GetValue(data)!, "--data");
            document.Set("strategy", "buy-and-hold", "prepare");
            return Write(RunConfig.From(document, Mode.Backtest), parsed.GetValue(output)!);
        });
        return command;
    }

    private static int Write(RunConfig config, string path)
    {
        using var data = RunData.Open(config);
        foreach (var line in data.Recognised)
        {
            Console.Error.WriteLine(line);
        }

        var partial = path + ".partial";
        File.Delete(partial);
        using (var tape = TapeWriter.Create(partial, data.Reader.Universe))
        {
            var block = new MarketEvent[Tape.MaxEventsPerBlock];
            for (var count = data.Reader.Read(block); count > 0; count = data.Reader.Read(block))
            {
                tape.Append(block.AsSpan(0, count));
            }
        }

        File.Move(partial, path, overwrite: true);
        foreach (var warning in data.Warnings)
        {
            Console.Error.WriteLine($"warning: {warning}");
        }

        var description = Tape.Describe(path);
        Console.WriteLine($"{path}: {description.Events:N0} events from {description.FirstTime} to {description.LastTime}, dataset hash {description.DatasetHash}");
        return ExitCode.Good;
    }
}
