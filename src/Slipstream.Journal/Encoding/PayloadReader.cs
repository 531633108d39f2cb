using System.Buffers.Binary;

namespace Slipstream.Journal;

/// <summary>Reads what <see cref="PayloadWriter"/> wrote, field by field.</summary>
/// <param name="payload">A record's payload.</param>
public ref struct PayloadReader(ReadOnlySpan<byte> payload)
{
    private readonly ReadOnlySpan<byte> _bytes = payload;
    private int _read;

    /// <summary>Bytes not yet read.</summary>
    public readonly int Remaining => _bytes.Length - _read;

    /// <summary>Reads one byte.</summary>
    public byte Byte() => Take(1)[0];

    /// <summary>Reads a byte that is 0 or 1.</summary>
    public bool Bool() => Byte() switch
    {
        0 => false,
        1 => true,
        var other => throw new JournalException($"A record's yes-or-no field holds {other}."),
    };

    /// <summary>Reads two bytes.</summary>
    public ushort UInt16() => BinaryPrimitives.ReadUInt16LittleEndian(Take(2));

    /// <summary>Reads four bytes.</summary>
    public uint UInt32() => BinaryPrimitives.ReadUInt32LittleEndian(Take(4));

    /// <summary>Reads four bytes.</summary>
    public int Int32() => BinaryPrimitives.ReadInt32LittleEndian(Take(4));

    /// <summary>Reads eight bytes.</summary>
    public long Int64() => BinaryPrimitives.ReadInt64LittleEndian(Take(8));

    /// <summary>Reads eight bytes.</summary>
    public ulong UInt64() => BinaryPrimitives.ReadUInt64LittleEndian(Take(8));

    /// <summary>Reads sixteen bytes.</summary>
    public Int128 Int128() => BinaryPrimitives.ReadInt128LittleEndian(Take(16));

    /// <summary>Reads an IEEE 754 double.</summary>
    public double Double() => BinaryPrimitives.ReadDoubleLittleEndian(Take(8));

    /// <summary>Reads a value that may be absent.</summary>
    public long? Optional() => Bool() ? Int64() : null;

    /// <summary>Reads 32 bytes.</summary>
    public ContentHash Hash() => ContentHash.FromBytes(Take(ContentHash.Size));

    /// <summary>Reads a text.</summary>
    public string Text() => System.Text.Encoding.UTF8.GetString(TextBytes());

    /// <summary>Reads a text as its UTF-8 bytes.</summary>
    public ReadOnlySpan<byte> TextBytes() => Take(Int32());

    /// <summary>Reads a list of texts.</summary>
    public string[] Texts()
    {
        var texts = new string[UInt16()];
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = Text();
        }

        return texts;
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if ((uint)count > (uint)Remaining)
        {
            throw new JournalException($"A record's payload of {_bytes.Length} bytes ends before its fields do, at byte {_read}.");
        }

        var span = _bytes.Slice(_read, count);
        _read += count;
        return span;
    }
}
