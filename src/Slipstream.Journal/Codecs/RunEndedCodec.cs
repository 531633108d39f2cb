namespace Slipstream.Journal;

/// <summary>The codec of <see cref="RunEnded"/> records.</summary>
public readonly struct RunEndedCodec : IRecordCodec<RunEnded>
{
    /// <inheritdoc/>
    public static RecordType Type => RecordType.RunEnded;

    /// <inheritdoc/>
    public static ushort Version => 1;

    /// <inheritdoc/>
    public static RecordSchema Schema { get; } = new(RecordType.RunEnded, 1, "run-ended", "The end of a run that was stopped in order.",
    [
        new("events", FieldType.Int64, "Market events fed"),
        new("decisions", FieldType.Int64, "Decisions recorded"),
        new("intents", FieldType.Int64, "Intents yielded"),
        new("orders", FieldType.Int64, "Orders sent"),
        new("fills", FieldType.Int64, "Fills counted"),
        new("stateHash", FieldType.Hash, "Hash of the core's final state"),
    ]);

    /// <summary>Reads a payload of any known version.</summary>
    public static RunEnded Read(ReadOnlySpan<byte> payload, ushort version) => RecordCodec.Read<RunEndedCodec, RunEnded>(payload, version);

    /// <inheritdoc/>
    public static int MaxSize(in RunEnded record) => 72;

    /// <inheritdoc/>
    public static void Write(ref PayloadWriter writer, in RunEnded record)
    {
        writer.Int64(record.Events);
        writer.Int64(record.Decisions);
        writer.Int64(record.Intents);
        writer.Int64(record.Orders);
        writer.Int64(record.Fills);
        writer.Hash(record.StateHash);
    }

    /// <inheritdoc/>
    public static RunEnded Read(ref PayloadReader reader) => new(reader.Int64(), reader.Int64(), reader.Int64(), reader.Int64(), reader.Int64(), reader.Hash());
}
