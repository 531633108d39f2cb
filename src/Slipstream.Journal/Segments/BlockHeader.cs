using System.Buffers.Binary;

namespace Slipstream.Journal;

/// <summary>The 96 bytes before a block's records.</summary>
/// <param name="Hash">SHA-256 of bytes 40 to the block's end: previous hash, fields, payload.</param>
/// <param name="Previous">Hash of the block before; zeros in the journal's first.</param>
/// <param name="PayloadLength">Bytes of records.</param>
/// <param name="Count">How many records.</param>
/// <param name="FirstSequence">Number of the first.</param>
/// <param name="Index">The block's number in the journal, from 0.</param>
internal readonly record struct BlockHeader(ContentHash Hash, ContentHash Previous, int PayloadLength, int Count, long FirstSequence, long Index)
{
    public const int Size = 96;
    public const int HashedFrom = 40;
    private const uint Magic = 0x424A_4C53; // "SLJB"
    private const int ChecksummedFrom = 8;

    public long LastSequence => FirstSequence + Count - 1;

    /// <summary>Writes the fields that the hash covers.</summary>
    public void WriteHashed(Span<byte> bytes)
    {
        Previous.CopyTo(bytes[HashedFrom..]);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[72..], PayloadLength);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[76..], Count);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[80..], FirstSequence);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[88..], Index);
    }

    /// <summary>Writes the hash, and then magic and checksum.</summary>
    public static void WriteSeal(Span<byte> bytes, ContentHash hash)
    {
        hash.CopyTo(bytes[8..]);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, Magic);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[4..], Crc32C.Of(bytes[ChecksummedFrom..Size]));
    }

    public static bool TryRead(ReadOnlySpan<byte> bytes, out BlockHeader header)
    {
        header = default;
        if (BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Magic
            || BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]) != Crc32C.Of(bytes[ChecksummedFrom..Size]))
        {
            return false;
        }

        header = new(
            ContentHash.FromBytes(bytes.Slice(8, ContentHash.Size)),
            ContentHash.FromBytes(bytes.Slice(HashedFrom, ContentHash.Size)),
            BinaryPrimitives.ReadInt32LittleEndian(bytes[72..]),
            BinaryPrimitives.ReadInt32LittleEndian(bytes[76..]),
            BinaryPrimitives.ReadInt64LittleEndian(bytes[80..]),
            BinaryPrimitives.ReadInt64LittleEndian(bytes[88..]));
        return header is { PayloadLength: > 0, Count: > 0 };
    }
}
