using Slipstream.Domain;

namespace Slipstream.Runtime.Analysis;

/// <summary>A fall of the equity curve from a peak until it is regained.</summary>
/// <param name="Fraction">Depth, a positive fraction of the peak.</param>
/// <param name="Peak">Last time at the peak.</param>
/// <param name="Trough">First time at the lowest point.</param>
/// <param name="Recovery">First time back at the peak; null if it wasn't regained.</param>
/// <param name="LengthDays">Days from the peak to the recovery, or to the curve's end.</param>
public sealed record DrawdownEpisode(double Fraction, Instant Peak, Instant Trough, Instant? Recovery, double LengthDays);
