using Slipstream.Domain;

namespace Slipstream.Journal;

/// <summary>The run's header: all that, with the inputs, determines the run.</summary>
public sealed record RunStarted
{
    /// <summary>The run's id; with an order's number it is the idempotency key at a venue.</summary>
    public required string RunId { get; init; }

    /// <summary>Mode of the run.</summary>
    public required Mode Mode { get; init; }

    /// <summary>Id of the strategy, such as <c>ema-cross</c>.</summary>
    public required string StrategyId { get; init; }

    /// <summary>Hash of the strategy's source and parameters, as text.</summary>
    public required string VersionHash { get; init; }

    /// <summary>Hash of <see cref="ConfigJson"/>, as text.</summary>
    public required string ConfigHash { get; init; }

    /// <summary>The whole configuration as canonical JSON; never a secret.</summary>
    public required string ConfigJson { get; init; }

    /// <summary>The strategy's parameters by name, in a fixed order.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Parameters { get; init; }

    /// <summary>Seed of the run's random numbers.</summary>
    public required ulong Seed { get; init; }

    /// <summary>The instruments; ids in later records are places in this list.</summary>
    public required Universe Universe { get; init; }

    /// <summary>Cash at the start, one amount per currency.</summary>
    public required IReadOnlyList<Money> StartingCash { get; init; }

    /// <summary>Currency in which equity is counted.</summary>
    public required Currency AccountCurrency { get; init; }
}
