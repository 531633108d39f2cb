using System.Buffers.Binary;

namespace Slipstream.Journal;

/// <summary>Writes a record's fields one after another, little-endian, without padding.</summary>
/// <param name="destination">At least as many bytes as the codec's bound.</param>
public ref struct PayloadWriter(Span<byte> destination)
{
    private readonly Span<byte> _bytes = destination;

    /// <summary>Bytes written so far.</summary>
    public int Length { get; private set; }

    /// <summary>Returns the most bytes that a text can take.</summary>
    public static int MaxSize(string? text) => 4 + (3 * (text?.Length ?? 0));

    /// <summary>Returns the most bytes that a list of texts can take.</summary>
    public static int MaxSize(IReadOnlyList<string>? texts)
    {
        var size = 2;
        for (var i = 0; i < (texts?.Count ?? 0); i++)
        {
            size += MaxSize(texts![i]);
        }

        return size;
    }

    /// <summary>Writes one byte.</summary>
    public void Byte(byte value) => _bytes[Length++] = value;

    /// <summary>Writes one byte, 1 for true.</summary>
    public void Bool(bool value) => _bytes[Length++] = value ? (byte)1 : (byte)0;

    /// <summary>Writes two bytes.</summary>
    public void UInt16(ushort value) => BinaryPrimitives.WriteUInt16LittleEndian(Take(2), value);

    /// <summary>Writes four bytes.</summary>
    public void UInt32(uint value) => BinaryPrimitives.WriteUInt32LittleEndian(Take(4), value);

    /// <summary>Writes four bytes.</summary>
    public void Int32(int value) => BinaryPrimitives.WriteInt32LittleEndian(Take(4), value);

    /// <summary>Writes eight bytes.</summary>
    public void Int64(long value) => BinaryPrimitives.WriteInt64LittleEndian(Take(8), value);

    /// <summary>Writes eight bytes.</summary>
    public void UInt64(ulong value) => BinaryPrimitives.WriteUInt64LittleEndian(Take(8), value);

    /// <summary>Writes sixteen bytes.</summary>
    public void Int128(Int128 value) => BinaryPrimitives.WriteInt128LittleEndian(Take(16), value);

    /// <summary>Writes an IEEE 754 double.</summary>
    public void Double(double value) => BinaryPrimitives.WriteDoubleLittleEndian(Take(8), value);

    /// <summary>Writes 1 and the value, or 0 alone for null.</summary>
    public void Optional(long? value)
    {
        Bool(value.HasValue);
        if (value.HasValue)
        {
            Int64(value.GetValueOrDefault());
        }
    }

    /// <summary>Writes the hash's 32 bytes.</summary>
    public void Hash(ContentHash value) => value.CopyTo(Take(ContentHash.Size));

    /// <summary>Writes four bytes of length and the text in UTF-8; null as the empty text.</summary>
    public void Text(string? value)
    {
        var head = Take(4);
        var count = string.IsNullOrEmpty(value) ? 0 : System.Text.Encoding.UTF8.GetBytes(value, _bytes[Length..]);
        BinaryPrimitives.WriteInt32LittleEndian(head, count);
        Length += count;
    }

    /// <summary>Writes two bytes of count and each text; null as the empty list.</summary>
    public void Texts(IReadOnlyList<string>? values)
    {
        var count = values?.Count ?? 0;
        UInt16(checked((ushort)count));
        for (var i = 0; i < count; i++)
        {
            Text(values![i]);
        }
    }

    private Span<byte> Take(int count)
    {
        var span = _bytes.Slice(Length, count);
        Length += count;
        return span;
    }
}
