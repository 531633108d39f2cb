namespace Slipstream.Runtime.Results;

/// <summary>All that a finished run tells: numbers, daily marks, and charts.</summary>
/// <param name="Summary">The numbers.</param>
/// <param name="Days">The account at the end of each UTC day that had events.</param>
/// <param name="Equity">The account over time, at most some thousand points.</param>
/// <param name="Charts">Prices and fills of each instrument.</param>
/// <param name="RefusalsByRule">Intents refused, by rule.</param>
/// <param name="Notes">What a reader should know: assumptions made, data set aside.</param>
public sealed record RunResult(
    RunSummary Summary,
    IReadOnlyList<DailyPoint> Days,
    IReadOnlyList<EquityPoint> Equity,
    IReadOnlyList<InstrumentChart> Charts,
    IReadOnlyDictionary<string, long> RefusalsByRule,
    IReadOnlyList<string> Notes);
