using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;
using Slipstream.Domain;

namespace Slipstream.Journal;

/// <summary>What starts a tape: magic, version, and the instruments as JSON, padded so that events lie on cache lines.</summary>
internal sealed class TapeFileHeader
{
    public const uint FormatVersion = 1;
    private const int FixedSize = 32;
    private const int ChecksumOffset = 20;
    private const int ChecksumEnd = 24;

    private TapeFileHeader(byte[] bytes, Universe universe)
    {
        Bytes = bytes;
        Universe = universe;
        Hash = ContentHash.Of(bytes);
    }

    private static ReadOnlySpan<byte> Magic => "SLIPTAPE"u8;

    public byte[] Bytes { get; }

    public Universe Universe { get; }

    /// <summary>Where the chain of blocks starts: so the last block's hash covers the instruments too.</summary>
    public ContentHash Hash { get; }

    public static TapeFileHeader Of(Universe universe)
    {
        var json = UniverseJson.WriteUtf8(universe);
        var bytes = new byte[(FixedSize + json.Length + 63) / 64 * 64];
        Magic.CopyTo(bytes);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(8), FormatVersion);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(12), bytes.Length);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(16), json.Length);
        json.CopyTo(bytes, FixedSize);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(ChecksumOffset), Checksum(bytes));
        return new(bytes, universe);
    }

    /// <summary>Reads it.</summary>
    /// <returns>Null where the file ends before it does.</returns>
    /// <exception cref="JournalCorruptException">It is damaged, or the file is no tape.</exception>
    public static TapeFileHeader? Read(SafeFileHandle file, string path)
    {
        Span<byte> start = stackalloc byte[FixedSize];
        if (RandomAccess.Read(file, start, 0) < FixedSize)
        {
            return null;
        }

        var length = BinaryPrimitives.ReadInt32LittleEndian(start[12..]);
        var jsonLength = BinaryPrimitives.ReadInt32LittleEndian(start[16..]);
        if (!start.StartsWith(Magic) || length < FixedSize || length % 64 != 0 || jsonLength < 0 || jsonLength > length - FixedSize)
        {
            throw Damaged(path, "The tape's header is damaged, or the file is no tape");
        }

        // A length beyond the file is either torn or flipped; the header is written whole before any event, so it is damage.
        var bytes = new byte[Math.Min(length, RandomAccess.GetLength(file))];
        if (bytes.Length < length || RandomAccess.Read(file, bytes, 0) < length
            || BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(ChecksumOffset)) != Checksum(bytes))
        {
            throw Damaged(path, "The tape's header is damaged: its checksum is wrong");
        }

        return BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(8)) is var version and not FormatVersion
            ? throw Damaged(path, $"The tape has format version {version}, this program knows {FormatVersion}")
            : new(bytes, UniverseJson.Read(bytes.AsSpan(FixedSize, jsonLength)));
    }

    private static uint Checksum(ReadOnlySpan<byte> bytes) => Crc32C.Of(bytes[..ChecksumOffset], bytes[ChecksumEnd..]);

    private static JournalCorruptException Damaged(string path, string what) => new(new(DamageKind.Tape, path, 0, 0, 0, what));
}
