using Slipstream.Domain;

namespace Slipstream.Runtime.Analysis;

/// <summary>How far below its peak the account is.</summary>
/// <param name="Time">When.</param>
/// <param name="Fraction">Positive fraction of the peak so far.</param>
public readonly record struct DrawdownPoint(Instant Time, double Fraction);
