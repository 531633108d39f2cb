using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Slipstream.Journal;

/// <summary>One hash of all that two equal runs have in common, whatever segments, blocks and wall-clock times they have.</summary>
public static class LogicalDigest
{
    private const int FixedSize = 24;

    /// <summary>
    /// Returns the SHA-256 over the logical records in order: of each type (u16), schema version (u16), payload length (u32),
    /// input, time (8 bytes each), and the payload. Sequence numbers count the other records too, and are left out.
    /// </summary>
    /// <exception cref="JournalException">There is no journal.</exception>
    /// <exception cref="JournalCorruptException">It is damaged.</exception>
    public static ContentHash Of(string directory)
    {
        using var reader = JournalReader.Open(directory);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[64 << 10];
        var used = 0;
        while (reader.Read())
        {
            var record = reader.Current;
            if (!record.Header.IsLogical)
            {
                continue;
            }

            var size = FixedSize + record.Payload.Length;
            if (used + size > buffer.Length)
            {
                hash.AppendData(buffer, 0, used);
                used = 0;
            }

            if (size > buffer.Length)
            {
                buffer = new byte[size];
            }

            Write(record, buffer.AsSpan(used, size));
            used += size;
        }

        hash.AppendData(buffer, 0, used);
        Span<byte> result = stackalloc byte[ContentHash.Size];
        hash.GetHashAndReset(result);
        return ContentHash.FromBytes(result);
    }

    private static void Write(in RecordView record, Span<byte> bytes)
    {
        var header = record.Header;
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, (ushort)header.Type);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[2..], header.Version);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[4..], record.Payload.Length);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[8..], header.Input);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[16..], header.Time.UnixNanos);
        record.Payload.CopyTo(bytes[FixedSize..]);
    }
}
