using Slipstream.Domain;

namespace Slipstream.Journal;

/// <summary>A record as it lies in the journal; valid until the reader moves on.</summary>
public readonly ref struct RecordView
{
    internal RecordView(ReadOnlySpan<byte> bytes)
    {
        Bytes = bytes;
        Header = RecordHeader.Read(bytes);
    }

    /// <summary>The record whole: header and payload.</summary>
    public ReadOnlySpan<byte> Bytes { get; }

    /// <summary>Sequence, time, type, version.</summary>
    public RecordHeader Header { get; }

    /// <summary>What the type's schema describes.</summary>
    public ReadOnlySpan<byte> Payload => Bytes[RecordHeader.Size..];

    /// <summary>Which type.</summary>
    public RecordType Type => Header.Type;

    /// <summary>The record's number.</summary>
    public long Sequence => Header.Sequence;

    /// <summary>Time of the core's input.</summary>
    public Instant Time => Header.Time;

    /// <summary>Number of the core's input.</summary>
    public long Input => Header.Input;

    /// <summary>Returns a record that is in no journal, to show it as one would be shown; allocates.</summary>
    public static RecordView Compose(in RecordHeader header, ReadOnlySpan<byte> payload)
    {
        var bytes = new byte[RecordHeader.Size + payload.Length];
        (header with { Length = bytes.Length }).Write(bytes);
        payload.CopyTo(bytes.AsSpan(RecordHeader.Size));
        return new(bytes);
    }

    /// <summary>Decodes the payload, whatever its version.</summary>
    /// <exception cref="InvalidOperationException">The record has another type.</exception>
    public T Decode<TCodec, T>()
        where TCodec : struct, IRecordCodec<T> => Header.Type == TCodec.Type
            ? RecordCodec.Read<TCodec, T>(Payload, Header.Version)
            : throw new InvalidOperationException($"Record {Sequence} is a {Header.Type}, not a {TCodec.Type}.");
}
