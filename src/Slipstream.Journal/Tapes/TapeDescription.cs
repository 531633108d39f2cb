using Slipstream.Domain;

namespace Slipstream.Journal;

/// <summary>What a tape holds, as its block headers say.</summary>
/// <param name="Universe">The instruments.</param>
/// <param name="Events">How many events, in whole blocks.</param>
/// <param name="Blocks">How many blocks.</param>
/// <param name="FirstTime">Time of the first event; null where there is none.</param>
/// <param name="LastTime">Time of the last event; null where there is none.</param>
/// <param name="DatasetHash">Hash of the last block, which covers all events, their partition into blocks, and the instruments.</param>
/// <param name="TornBytes">Bytes behind the last whole block.</param>
public sealed record TapeDescription(Universe Universe, long Events, long Blocks, Instant? FirstTime, Instant? LastTime, ContentHash DatasetHash, long TornBytes);
