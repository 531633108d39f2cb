using System.Buffers.Binary;
using Slipstream.Domain;

namespace Slipstream.Journal;

/// <summary>A block in the making: room for its header, then records.</summary>
internal sealed class BlockBuffer(int capacity)
{
    private byte[] _bytes = new byte[BlockHeader.Size + capacity];

    public int Count { get; private set; }

    public long FirstSequence { get; private set; }

    private int Used { get; set; } = BlockHeader.Size;

    public bool IsEmpty => Count == 0;

    /// <summary>Would a record of that many bytes stay within the block's capacity?</summary>
    public bool HasRoomFor(int recordLength) => Used + recordLength <= BlockHeader.Size + capacity;

    public Span<byte> Reserve(int payloadSize)
    {
        var needed = checked(Used + RecordHeader.Size + payloadSize);
        if (needed > _bytes.Length)
        {
            Array.Resize(ref _bytes, needed);
        }

        return _bytes.AsSpan(Used + RecordHeader.Size, payloadSize);
    }

    public void Complete(long sequence, RecordType type, ushort version, long input, Instant time, RecordFlags flags, int payloadLength)
    {
        if (Count++ == 0)
        {
            FirstSequence = sequence;
        }

        var header = new RecordHeader(RecordHeader.Size + payloadLength, sequence, time, input, type, version, flags);
        header.Write(_bytes.AsSpan(Used));
        Used += header.Length;
    }

    /// <summary>Adds checksums, chain and header.</summary>
    /// <returns>The block as it goes to disk.</returns>
    public ReadOnlySpan<byte> Seal(ContentHash previous, long index, out ContentHash hash)
    {
        var block = _bytes.AsSpan(0, Used);
        for (var at = BlockHeader.Size; at < Used;)
        {
            var record = block.Slice(at, BinaryPrimitives.ReadInt32LittleEndian(block[at..]));
            BinaryPrimitives.WriteUInt32LittleEndian(record[RecordHeader.ChecksumOffset..], RecordHeader.ChecksumOf(record));
            at += record.Length;
        }

        new BlockHeader(default, previous, Used - BlockHeader.Size, Count, FirstSequence, index).WriteHashed(block);
        hash = ContentHash.Of(block[BlockHeader.HashedFrom..]);
        BlockHeader.WriteSeal(block, hash);
        return block;
    }

    public void Clear()
    {
        Count = 0;
        Used = BlockHeader.Size;
        if (_bytes.Length > 4 * (BlockHeader.Size + capacity))
        {
            _bytes = new byte[BlockHeader.Size + capacity];
        }
    }
}
