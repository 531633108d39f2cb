using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Slipstream.Journal;

namespace Slipstream.Host.Tests.EndToEnd;

/// <summary>Changes a record of a journal and mends as much of the proof as is wanted, by docs/formats/journal.md alone.</summary>
internal static class JournalForger
{
    private const int FileHeader = 72;
    private const int BlockHeader = 96;
    private const int RecordHeader = 40;

    /// <summary>How far a forger goes.</summary>
    internal enum Mend
    {
        Nothing,
        Checksum,
        Block,
        Everything,
    }

    /// <summary>Returns the sequence of the n-th record of a type, with its place in the file.</summary>
    public static (long Sequence, int At) Find(byte[] journal, RecordType type, int n) => Records(journal).Where(r => Type(journal, r) == type).Select(r => (Sequence(journal, r), r)).ElementAt(n);

    /// <summary>Flips the lowest bit of a byte of the record's payload; negative counts from its end.</summary>
    public static void Forge(byte[] journal, int record, int payloadByte, Mend mend)
    {
        var length = BinaryPrimitives.ReadInt32LittleEndian(journal.AsSpan(record));
        journal[payloadByte < 0 ? record + length + payloadByte : record + RecordHeader + payloadByte] ^= 1;
        if (mend == Mend.Nothing)
        {
            return;
        }

        var bytes = journal.AsSpan(record, length);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[4..], Crc32C(bytes[..4], bytes[8..]));
        byte[]? previous = null;
        foreach (var block in Blocks(journal).Where(b => b + Length(journal, b) > record))
        {
            if (mend == Mend.Checksum || (mend == Mend.Block && previous is not null))
            {
                return;
            }

            previous?.CopyTo(journal.AsSpan(block + 40));
            previous = SHA256.HashData(journal.AsSpan(block + 40, Length(journal, block) - 40));
            previous.CopyTo(journal.AsSpan(block + 8));
            BinaryPrimitives.WriteUInt32LittleEndian(journal.AsSpan(block + 4), Crc32C(journal.AsSpan(block + 8, BlockHeader - 8), []));
        }
    }

    private static IEnumerable<int> Blocks(byte[] journal)
    {
        for (var at = FileHeader; at < journal.Length; at += Length(journal, at))
        {
            Assert.Equal("SLJB", Encoding.ASCII.GetString(journal, at, 4));
            yield return at;
        }
    }

    private static IEnumerable<int> Records(byte[] journal)
    {
        foreach (var block in Blocks(journal))
        {
            for (var at = block + BlockHeader; at < block + Length(journal, block); at += BinaryPrimitives.ReadInt32LittleEndian(journal.AsSpan(at)))
            {
                yield return at;
            }
        }
    }

    private static int Length(byte[] journal, int block) => BlockHeader + BinaryPrimitives.ReadInt32LittleEndian(journal.AsSpan(block + 72));

    private static long Sequence(byte[] journal, int record) => BinaryPrimitives.ReadInt64LittleEndian(journal.AsSpan(record + 8));

    private static RecordType Type(byte[] journal, int record) => (RecordType)BinaryPrimitives.ReadUInt16LittleEndian(journal.AsSpan(record + 32));

    private static uint Crc32C(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second)
    {
        var crc = uint.MaxValue;
        foreach (var b in first)
        {
            crc = BitOperations.Crc32C(crc, b);
        }

        foreach (var b in second)
        {
            crc = BitOperations.Crc32C(crc, b);
        }

        return ~crc;
    }
}
