using Slipstream.Domain;

namespace Slipstream.Journal;

/// <summary>A timer that the strategy asked for was due.</summary>
/// <param name="Tag">The strategy's number for it.</param>
/// <param name="Due">When it was due.</param>
public readonly record struct TimerFired(int Tag, Instant Due);
