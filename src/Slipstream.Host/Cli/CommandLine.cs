using System.CommandLine;
using System.CommandLine.Parsing;
using System.Diagnostics;
using Slipstream.Adapters;
using Slipstream.Engine.Strategies;
using Slipstream.Host.Commands;
using Slipstream.Journal;
using Slipstream.Lake;
using Slipstream.Runtime.Configuration;
using Slipstream.Runtime.StrategyLoading;
using Command = System.CommandLine.Command;

namespace Slipstream.Host.Cli;

/// <summary>The verbs of the one binary, and how their failures are told.</summary>
internal static class CommandLine
{
    public static int Run(string[] args)
    {
        var root = new RootCommand($"Slipstream, a federated trading factory: backtest, run, replay and prove trading strategies.\n{ExitCode.Help}")
        {
            BacktestCommand.Create(),
            RunCommand.Create(),
            ReplayCommand.Create(),
            VerifyCommand.Create(),
            JournalCommand.Create(),
            StrategiesCommand.Create(),
            NewCommand.Create(),
            SchemaCommand.Create(),
            PrepareCommand.Create(),
            PruneCommand.Create(),
            BenchCommand.Create(),
            DemoCommand.Create(),
        };
        if (args.Length == 0)
        {
            Explain(root);
            root.Parse(["--help"]).Invoke();
            return ExitCode.Usage;
        }

        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            return Misunderstood(parsed);
        }

        Explain(parsed.CommandResult.Command);
        return Guard(() => parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false }));
    }

    // A command's own help says all; in the list of commands one line each is enough.
    private static void Explain(Command command)
    {
        command.Description += command is RootCommand ? "" : "\n" + ExitCode.Help;
        foreach (var subcommand in command.Subcommands)
        {
            subcommand.Description = subcommand.Description?.Split('\n')[0];
        }
    }

    private static int Misunderstood(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var unknown = parsed.UnmatchedTokens.Count > 0;
        var lines = unknown && command.Subcommands.Count > 0
            ? [$"There is no command '{parsed.UnmatchedTokens[0]}'; there are {string.Join(", ", command.Subcommands.Select(c => c.Name))}."]
            : parsed.Errors.Select(e => e.Message).Distinct().ToList();
        return Fail(ExitCode.Usage, [.. lines, $"Try `{PathOf(parsed.CommandResult)} --help`."]);
    }

    private static string PathOf(CommandResult result) => result.Parent is CommandResult parent ? $"{PathOf(parent)} {result.Command.Name}" : "slipstream";

    // People get a sentence, never a stack trace; what is not expected here is a bug and says so.
    private static int Guard(Func<int> action)
    {
        try
        {
            return action();
        }
        catch (UsageException e)
        {
            return Fail(ExitCode.Usage, e.Message);
        }
        catch (ConfigException e)
        {
            return Fail(ExitCode.BadInput, [.. e.Errors]);
        }
        catch (StrategyLoadException e)
        {
            return Fail(ExitCode.BadInput, e.Message.Split(Environment.NewLine));
        }
        catch (StrategyFaultException e)
        {
            return Fail(ExitCode.BadInput, $"{e.Message}{Place(e.InnerException!)}");
        }
        catch (Exception e) when (e is DataException or FeedException)
        {
            return Fail(ExitCode.BadInput, e.Message);
        }
        catch (JournalCorruptException e)
        {
            return Fail(ExitCode.CorruptJournal, e.Message);
        }
        catch (Exception e) when (e is JournalException or IOException or UnauthorizedAccessException)
        {
            return Fail(ExitCode.BadInput, e.Message);
        }
        catch (Exception e) when (Environment.GetEnvironmentVariable("SLIPSTREAM_TRACE") is null)
        {
            return Fail(70, $"a bug in slipstream: {e.GetType().Name}: {e.Message}", "Set SLIPSTREAM_TRACE=1 to see where, and please report it.");
        }
    }

    // The innermost line of a source file that is known: a single-file strategy's own.
    private static string Place(Exception fault) => new StackTrace(fault, fNeedFileInfo: true).GetFrames().FirstOrDefault(f => f.GetFileName() is { } file && File.Exists(file)) is { } frame
        ? $" ({frame.GetFileName()}:{frame.GetFileLineNumber()})"
        : "";

    private static int Fail(int code, params IReadOnlyList<string> lines)
    {
        foreach (var line in lines)
        {
            // A compiler's lines stay as they are, so that editors find file and line in them.
            Console.Error.WriteLine(line.Contains("): error ", StringComparison.Ordinal) ? line : $"slipstream: {line}");
        }

        return code;
    }
}
