namespace Slipstream.Journal;

/// <summary>Where a journal ends, and its next block goes.</summary>
/// <param name="Segment">Index of the last segment.</param>
/// <param name="Position">Byte after its last good block; less than a header's size where even the header is torn.</param>
/// <param name="NextSequence">Number of the next record.</param>
/// <param name="NextBlock">Number of the next block.</param>
/// <param name="LastHash">Hash of the last good block.</param>
internal readonly record struct JournalEnd(int Segment, long Position, long NextSequence, long NextBlock, ContentHash LastHash);
