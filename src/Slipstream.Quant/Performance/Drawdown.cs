namespace Slipstream.Quant.Performance;

/// <summary>A fall of an equity curve from a peak.</summary>
/// <param name="Fraction">Depth as a fraction of the peak, not negative: 0.2 is a fall of 20%. 0 when the curve never fell.</param>
/// <param name="PeakIndex">Index of the last observation at the peak.</param>
/// <param name="TroughIndex">Index of the first observation at the lowest point.</param>
/// <param name="RecoveryIndex">Index of the first later observation at or above the peak; null when there is none yet.</param>
public readonly record struct Drawdown(double Fraction, int PeakIndex, int TroughIndex, int? RecoveryIndex);
