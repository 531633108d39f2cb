namespace Slipstream.Journal;

/// <summary>The codec of <see cref="TapeBlock"/> records.</summary>
public readonly struct TapeBlockCodec : IRecordCodec<TapeBlock>
{
    /// <inheritdoc/>
    public static RecordType Type => RecordType.TapeBlock;

    /// <inheritdoc/>
    public static ushort Version => 1;

    /// <summary>How the events came in parts is no part of what was decided.</summary>
    public static RecordFlags Flags => RecordFlags.OutsideLogical;

    /// <inheritdoc/>
    public static RecordSchema Schema { get; } = new(RecordType.TapeBlock, 1, "tape-block", "A block of market events was sealed on a tape.",
    [
        new("tapeFile", FieldType.Text, "File name within tapes/"),
        new("blockIndex", FieldType.Int64, "The block's number on the tape, from 0"),
        new("count", FieldType.Int32, "How many events"),
        new("firstInput", FieldType.Int64, "Lowest input number of its first event; timers and reports may come in between"),
        new("hash", FieldType.Hash, "The block's chained hash"),
    ]);

    /// <summary>Reads a payload of any known version.</summary>
    public static TapeBlock Read(ReadOnlySpan<byte> payload, ushort version) => RecordCodec.Read<TapeBlockCodec, TapeBlock>(payload, version);

    /// <inheritdoc/>
    public static int MaxSize(in TapeBlock record) => 52 + PayloadWriter.MaxSize(record.TapeFile);

    /// <inheritdoc/>
    public static void Write(ref PayloadWriter writer, in TapeBlock record)
    {
        writer.Text(record.TapeFile);
        writer.Int64(record.BlockIndex);
        writer.Int32(record.Count);
        writer.Int64(record.FirstInput);
        writer.Hash(record.Hash);
    }

    /// <inheritdoc/>
    public static TapeBlock Read(ref PayloadReader reader) => new(reader.Text(), reader.Int64(), reader.Int32(), reader.Int64(), reader.Hash());
}
