namespace Slipstream.Runtime.Results;

/// <summary>The account at the end of one UTC day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Equity">Equity at its end, account currency.</param>
/// <param name="Benchmark">Benchmark at its end, account currency.</param>
/// <param name="TradedNotional">Sum of absolute values of the day's fills, account currency.</param>
/// <param name="Fills">Number of the day's fills.</param>
public readonly record struct DailyPoint(DateOnly Day, double Equity, double Benchmark, double TradedNotional, int Fills);
