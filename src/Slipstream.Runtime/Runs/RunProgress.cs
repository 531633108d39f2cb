using Slipstream.Domain;

namespace Slipstream.Runtime.Runs;

/// <summary>How far a run is.</summary>
/// <param name="Events">Market events so far.</param>
/// <param name="Time">Time of the last one.</param>
/// <param name="Fraction">Part of the input read, 0 to 1; null where its size is not known.</param>
public readonly record struct RunProgress(long Events, Instant Time, double? Fraction);
