using System.CommandLine;
using Slipstream.Adapters;

using Slipstream.Host.Commands;
using Slipstream.Journal;
using Slipstream.Lake;
using Slipstream.Runtime.Configuration;
using Slipstream.Runtime.StrategyLoading;

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
        foreach (var command in root.Subcommands)
        {
            command.Description += "\n" + ExitCode.Help;
        }

        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                Console.Error.WriteLine($"slipstream: {error.Message}");
            }

            Console.Error.WriteLine($"Try `slipstream {(parsed.CommandResult.Command is RootCommand ? "" : parsed.CommandResult.Command.Name + " ")}--help`.");
            return ExitCode.Usage;
        }

        return Guard(() => parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false }));
    }

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
        catch (Exception e) when (e is DataException or FeedException or StrategyLoadException)
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

    private static int Fail(int code, params IReadOnlyList<string> lines)
    {
        foreach (var line in lines)
        {
            Console.Error.WriteLine($"slipstream: {line}");
        }

        return code;
    }
}
