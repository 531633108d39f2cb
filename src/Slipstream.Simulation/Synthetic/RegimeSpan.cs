namespace Slipstream.Simulation;

/// <summary>That a regime began.</summary>
/// <param name="Instrument">Of which instrument.</param>
/// <param name="From">Start of its first bar; it lasts until the instrument's next one.</param>
/// <param name="Regime">Which.</param>
/// <param name="DriftDaily">Trend: the planted drift of the logarithm of price a day; else 0.</param>
public readonly record struct RegimeSpan(InstrumentId Instrument, Instant From, Regime Regime, double DriftDaily);
