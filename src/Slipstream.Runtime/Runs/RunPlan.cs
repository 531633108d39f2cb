using Slipstream.Domain;
using Slipstream.Runtime.Configuration;
using Slipstream.Runtime.Measurement;
using Slipstream.Runtime.StrategyLoading;

namespace Slipstream.Runtime.Runs;

/// <summary>A run, ready to go.</summary>
public sealed record RunPlan
{
    /// <summary>The checked configuration; it tells the mode.</summary>
    public required RunConfig Config { get; init; }

    /// <summary>The strategy, fresh.</summary>
    public required LoadedStrategy Strategy { get; init; }

    /// <summary>The market data.</summary>
    public required IMarketEventReader Data { get; init; }

    /// <summary>Part of the data read so far, 0 to 1; null where its size is not known.</summary>
    public Func<double?>? Fraction { get; init; }

    /// <summary>What a reader of the results should know.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Is told how far the run is, once a block.</summary>
    public Action<RunProgress>? Progress { get; init; }

    /// <summary>What a bench measures; null to measure nothing.</summary>
    public RunMeasurements? Measurements { get; init; }
}
