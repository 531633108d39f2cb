using Slipstream.Domain;

namespace Slipstream.Journal;

/// <summary>A block of events that is written to a tape: what the journal's <see cref="TapeBlock"/> record needs.</summary>
/// <param name="Index">The block's number on the tape, from 0.</param>
/// <param name="FirstEvent">Number of its first event on the tape, from 0.</param>
/// <param name="Count">How many events.</param>
/// <param name="FirstTime">Time of its first event.</param>
/// <param name="LastTime">Time of its last event.</param>
/// <param name="Hash">The block's chained hash.</param>
public readonly record struct SealedTapeBlock(long Index, long FirstEvent, int Count, Instant FirstTime, Instant LastTime, ContentHash Hash);
