namespace Slipstream.Runtime.Results;

/// <summary>A run in numbers: what <c>slipstream backtest --json</c> prints first. Amounts are in the account's currency.</summary>
public sealed record RunSummary
{
    /// <summary>The run's id.</summary>
    public required string RunId { get; init; }

    /// <summary>BACKTEST, DRY_RUN, LIVE or REPLAY.</summary>
    public required string Mode { get; init; }

    /// <summary>Strategy's name.</summary>
    public required string Strategy { get; init; }

    /// <summary>The strategy's parameters as they were in force, by name.</summary>
    public required IReadOnlyDictionary<string, string> Parameters { get; init; }

    /// <summary>Hash of the strategy's source and parameters.</summary>
    public required string VersionHash { get; init; }

    /// <summary>Hash of the run's configuration.</summary>
    public required string ConfigHash { get; init; }

    /// <summary>Hash of the market data that was read.</summary>
    public required string DatasetHash { get; init; }

    /// <summary>Time of the first event, ISO 8601; null if there was none.</summary>
    public required string? From { get; init; }

    /// <summary>Time of the last event, ISO 8601; null if there was none.</summary>
    public required string? To { get; init; }

    /// <summary>Currency of the account.</summary>
    public required string Currency { get; init; }

    /// <summary>Cash at the start.</summary>
    public required double StartingCash { get; init; }

    /// <summary>Market events.</summary>
    public required long Events { get; init; }

    /// <summary>Decisions recorded.</summary>
    public required long Decisions { get; init; }

    /// <summary>Intents yielded.</summary>
    public required long Intents { get; init; }

    /// <summary>Intents refused by the risk gate.</summary>
    public required long Refusals { get; init; }

    /// <summary>Orders sent.</summary>
    public required long Orders { get; init; }

    /// <summary>Fills.</summary>
    public required long Fills { get; init; }

    /// <summary>Equity at the end.</summary>
    public required double FinalEquity { get; init; }

    /// <summary>Final equity less starting cash.</summary>
    public required double NetPnl { get; init; }

    /// <summary>Net PnL plus fees.</summary>
    public required double GrossPnl { get; init; }

    /// <summary>Fees paid.</summary>
    public required double Fees { get; init; }

    /// <summary>Funding paid (positive) or received (negative).</summary>
    public required double Funding { get; init; }

    /// <summary>Costs by cause.</summary>
    public required CostTotals Costs { get; init; }

    /// <summary>Sharpe ratio of daily UTC returns, a year having <see cref="PeriodsPerYear"/> days, risk-free 0.</summary>
    public required double SharpeAnnual { get; init; }

    /// <summary>365 if every instrument trades every day, else 252.</summary>
    public required int PeriodsPerYear { get; init; }

    /// <summary>Largest fall of equity from a peak, as a positive fraction, marked at each event.</summary>
    public required double MaxDrawdown { get; init; }

    /// <summary>SHA-256 of the core's final state.</summary>
    public required string StateHash { get; init; }

    /// <summary>Folder of the journal; null if the run had none.</summary>
    public required string? Journal { get; init; }

    /// <summary>Market events a second of the core loop alone, in this cold process.</summary>
    public required double EventsPerSecond { get; init; }

    /// <summary>Wall time of the whole run in milliseconds, reading included.</summary>
    public required double ElapsedMs { get; init; }
}
