using System.Buffers.Binary;

namespace Slipstream.Journal;

/// <summary>The 72 bytes that start a segment.</summary>
/// <param name="Index">The segment's number, from 1; also in the file's name.</param>
/// <param name="FirstSequence">Number of its first record.</param>
/// <param name="FirstBlock">Number of its first block.</param>
/// <param name="Previous">Hash of the last block of the segment before; zeros in the first.</param>
internal readonly record struct SegmentHeader(int Index, long FirstSequence, long FirstBlock, ContentHash Previous)
{
    public const int Size = 72;
    public const uint FormatVersion = 1;
    private const int ChecksumOffset = 68;

    private static ReadOnlySpan<byte> Magic => "SLJOURNL"u8;

    public void Write(Span<byte> bytes)
    {
        bytes = bytes[..Size];
        bytes.Clear();
        Magic.CopyTo(bytes);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[8..], FormatVersion);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[12..], Index);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[16..], FirstSequence);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[24..], FirstBlock);
        Previous.CopyTo(bytes[32..]);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[ChecksumOffset..], Crc32C.Of(bytes[..ChecksumOffset]));
    }

    /// <summary>Reads it, or says in one sentence why it is none.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out SegmentHeader header, out string fault)
    {
        header = default;
        fault = "";
        if (!bytes.StartsWith(Magic))
        {
            fault = "the file does not begin as a journal segment";
        }
        else if (BinaryPrimitives.ReadUInt32LittleEndian(bytes[ChecksumOffset..]) != Crc32C.Of(bytes[..ChecksumOffset]))
        {
            fault = "the segment header's checksum is wrong";
        }
        else if (BinaryPrimitives.ReadUInt32LittleEndian(bytes[8..]) is var version and not FormatVersion)
        {
            fault = $"the segment has format version {version}, this program knows {FormatVersion}";
        }
        else
        {
            header = new(
                BinaryPrimitives.ReadInt32LittleEndian(bytes[12..]),
                BinaryPrimitives.ReadInt64LittleEndian(bytes[16..]),
                BinaryPrimitives.ReadInt64LittleEndian(bytes[24..]),
                ContentHash.FromBytes(bytes.Slice(32, ContentHash.Size)));
        }

        return fault.Length == 0;
    }
}
