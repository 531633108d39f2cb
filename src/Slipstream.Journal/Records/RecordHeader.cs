using System.Buffers.Binary;
using Slipstream.Domain;

namespace Slipstream.Journal;

/// <summary>The 40 bytes before each record's payload.</summary>
/// <param name="Length">Bytes of the record, these 40 included.</param>
/// <param name="Sequence">The record's number, without gaps from 1.</param>
/// <param name="Time">Time of the core's input.</param>
/// <param name="Input">Number of the core's input that caused the record, or that it is.</param>
/// <param name="Type">What it tells.</param>
/// <param name="Version">Version of its schema.</param>
/// <param name="Flags">How it counts.</param>
public readonly record struct RecordHeader(int Length, long Sequence, Instant Time, long Input, RecordType Type, ushort Version, RecordFlags Flags)
{
    /// <summary>Bytes of a header.</summary>
    public const int Size = 40;

    internal const int ChecksumOffset = 4;
    internal const int ChecksumEnd = 8;

    /// <summary>Is it one of the records that equal runs have in common?</summary>
    public bool IsLogical => (Flags & RecordFlags.OutsideLogical) == 0;

    /// <summary>Reads the header of the record that starts the span.</summary>
    public static RecordHeader Read(ReadOnlySpan<byte> record) => new(
        BinaryPrimitives.ReadInt32LittleEndian(record),
        BinaryPrimitives.ReadInt64LittleEndian(record[8..]),
        Instant.FromUnixNanos(BinaryPrimitives.ReadInt64LittleEndian(record[16..])),
        BinaryPrimitives.ReadInt64LittleEndian(record[24..]),
        (RecordType)BinaryPrimitives.ReadUInt16LittleEndian(record[32..]),
        BinaryPrimitives.ReadUInt16LittleEndian(record[34..]),
        (RecordFlags)BinaryPrimitives.ReadUInt32LittleEndian(record[36..]));

    /// <summary>Writes all but the checksum, which the block's sealing adds.</summary>
    internal void Write(Span<byte> record)
    {
        record = record[..Size];
        BinaryPrimitives.WriteInt32LittleEndian(record, Length);
        BinaryPrimitives.WriteInt64LittleEndian(record[8..], Sequence);
        BinaryPrimitives.WriteInt64LittleEndian(record[16..], Time.UnixNanos);
        BinaryPrimitives.WriteInt64LittleEndian(record[24..], Input);
        BinaryPrimitives.WriteUInt16LittleEndian(record[32..], (ushort)Type);
        BinaryPrimitives.WriteUInt16LittleEndian(record[34..], Version);
        BinaryPrimitives.WriteUInt32LittleEndian(record[36..], (uint)Flags);
    }

    internal static uint ChecksumOf(ReadOnlySpan<byte> record) => Crc32C.Of(record[..ChecksumOffset], record[ChecksumEnd..]);
}
