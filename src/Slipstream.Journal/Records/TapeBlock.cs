namespace Slipstream.Journal;

/// <summary>A block of market events was sealed on a tape: these inputs of the core lie there.</summary>
/// <param name="TapeFile">File name within <c>tapes/</c>.</param>
/// <param name="BlockIndex">The block's number on the tape, from 0.</param>
/// <param name="Count">How many events.</param>
/// <param name="FirstInput">The lowest number its first event can have; timers and reports due before an event come in between.</param>
/// <param name="Hash">The block's chained hash.</param>
public readonly record struct TapeBlock(string TapeFile, long BlockIndex, int Count, long FirstInput, ContentHash Hash);
