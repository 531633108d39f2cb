using System.Buffers.Binary;
using Slipstream.Domain;

namespace Slipstream.Journal;

/// <summary>The 128 bytes before a tape block's events.</summary>
/// <param name="Hash">SHA-256 of bytes 40 to the block's end: previous hash, fields, events.</param>
/// <param name="Previous">Hash of the block before; of the file header in the first.</param>
/// <param name="Count">How many events.</param>
/// <param name="Index">The block's number, from 0.</param>
/// <param name="FirstEvent">Number of its first event on the tape, from 0.</param>
/// <param name="FirstTime">Time of its first event.</param>
/// <param name="LastTime">Time of its last event.</param>
internal readonly record struct TapeBlockHeader(ContentHash Hash, ContentHash Previous, int Count, long Index, long FirstEvent, Instant FirstTime, Instant LastTime)
{
    public const int Size = 128;
    public const int HashedFrom = 40;
    private const uint Magic = 0x4254_4C53; // "SLTB"
    private const int ChecksummedFrom = 8;

    public long LastEvent => FirstEvent + Count - 1;

    public void WriteHashed(Span<byte> bytes)
    {
        bytes[HashedFrom..Size].Clear();
        Previous.CopyTo(bytes[HashedFrom..]);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[72..], Count);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[80..], Index);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[88..], FirstEvent);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[96..], FirstTime.UnixNanos);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[104..], LastTime.UnixNanos);
    }

    public static void WriteSeal(Span<byte> bytes, ContentHash hash)
    {
        hash.CopyTo(bytes[8..]);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, Magic);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[4..], Crc32C.Of(bytes[ChecksummedFrom..Size]));
    }

    public static bool TryRead(ReadOnlySpan<byte> bytes, out TapeBlockHeader header)
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
            BinaryPrimitives.ReadInt64LittleEndian(bytes[80..]),
            BinaryPrimitives.ReadInt64LittleEndian(bytes[88..]),
            Instant.FromUnixNanos(BinaryPrimitives.ReadInt64LittleEndian(bytes[96..])),
            Instant.FromUnixNanos(BinaryPrimitives.ReadInt64LittleEndian(bytes[104..])));
        return header.Count is > 0 and <= Tape.MaxEventsPerBlock;
    }
}
