using Slipstream.Domain;
using Slipstream.Runtime.Configuration;
using Slipstream.Runtime.Results;
using Slipstream.Runtime.Runs;
using Slipstream.Runtime.StrategyLoading;

namespace Slipstream.Runtime.Tests.Runs.Rig;

/// <summary>Makes configurations and runs from few words.</summary>
internal static class TestRun
{
    public static RunConfig Config(Mode mode, params (string Path, object Value)[] options)
    {
        var document = new ConfigDocument();
        document.Set("strategy", "test", "test");
        foreach (var (path, value) in options)
        {
            document.Set(path, value is bool flag ? (flag ? "true" : "false") : $"{value}", "test");
        }

        return RunConfig.From(document, mode);
    }

    public static RunConfig Config(params (string Path, object Value)[] options) => Config(Mode.Backtest, options);

    public static RunResult Execute(LoadedStrategy strategy, IMarketEventReader data, RunConfig config) =>
        SimulatedRun.Execute(new RunPlan { Config = config, Strategy = strategy, Data = data });

    public static RunResult Execute(LoadedStrategy strategy, DataSet data, string? journal, params (string Path, object Value)[] options) =>
        Execute(strategy, data.Open(), Config(journal is null ? options : [.. options, ("journal.directory", journal)]));
}
