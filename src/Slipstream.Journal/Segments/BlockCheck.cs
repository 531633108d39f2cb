using System.Buffers.Binary;

namespace Slipstream.Journal;

/// <summary>Finds what is wrong with a block whose header is whole, and names the record or the block.</summary>
internal static class BlockCheck
{
    /// <param name="block">Header and payload.</param>
    /// <param name="header">The header read.</param>
    /// <param name="before">Header of the block before.</param>
    /// <param name="expected">What the journal so far demands.</param>
    /// <param name="path">The segment.</param>
    public static JournalDamage? Find(ReadOnlySpan<byte> block, in BlockHeader header, in BlockHeader before, in JournalEnd expected, string path)
    {
        if (header.Index != expected.NextBlock || header.FirstSequence != expected.NextSequence || header.Count <= 0)
        {
            return new(DamageKind.Chain, path, expected.Position, expected.NextSequence, expected.NextSequence,
                $"Block {expected.NextBlock} with record {expected.NextSequence} was expected, block {header.Index} with record {header.FirstSequence} is there: blocks are missing or were moved");
        }

        if (FindRecord(block, header, expected.Position, path) is { } record)
        {
            return record;
        }

        if (ContentHash.Of(block[BlockHeader.HashedFrom..]) != header.Hash)
        {
            return new(DamageKind.Chain, path, expected.Position, header.FirstSequence, header.LastSequence,
                $"Block {header.Index}, records {header.FirstSequence} to {header.LastSequence}, does not match its hash: it was changed and its checksums mended");
        }

        if (header.Previous == expected.LastHash)
        {
            return null;
        }

        var (first, last) = before.Count > 0 ? (before.FirstSequence, before.LastSequence) : (header.FirstSequence, header.LastSequence);
        return new(DamageKind.Chain, path, expected.Position, first, last,
            $"Block {header.Index}, records {header.FirstSequence} to {header.LastSequence}, is not chained to the block before, records {first} to {last}: one of them was replaced");
    }

    private static JournalDamage? FindRecord(ReadOnlySpan<byte> block, in BlockHeader header, long position, string path)
    {
        var at = BlockHeader.Size;
        for (var i = 0; i < header.Count; i++)
        {
            var sequence = header.FirstSequence + i;
            var left = block.Length - at;
            var length = left < RecordHeader.Size ? 0 : BinaryPrimitives.ReadInt32LittleEndian(block[at..]);
            if (length < RecordHeader.Size || length > left)
            {
                return new(DamageKind.Record, path, position + at, sequence, sequence, $"The length of record {sequence} is damaged");
            }

            var record = block.Slice(at, length);
            if (RecordHeader.ChecksumOf(record) != BinaryPrimitives.ReadUInt32LittleEndian(record[RecordHeader.ChecksumOffset..]))
            {
                return new(DamageKind.Record, path, position + at, sequence, sequence, $"Record {sequence} is damaged: its checksum is wrong");
            }

            if (RecordHeader.Read(record).Sequence is var actual && actual != sequence)
            {
                return new(DamageKind.Record, path, position + at, sequence, sequence, $"Record {sequence} was expected, record {actual} is there");
            }

            at += length;
        }

        return at == block.Length
            ? null
            : new(DamageKind.Record, path, position + at, header.LastSequence, header.LastSequence, $"After record {header.LastSequence} its block holds {block.Length - at} bytes more");
    }
}
