namespace Slipstream.Journal;

/// <summary>The codec of <see cref="IntentRefused"/> records.</summary>
public readonly struct IntentRefusedCodec : IRecordCodec<IntentRefused>
{
    /// <inheritdoc/>
    public static RecordType Type => RecordType.IntentRefused;

    /// <inheritdoc/>
    public static ushort Version => 1;

    /// <inheritdoc/>
    public static RecordSchema Schema { get; } = new(RecordType.IntentRefused, 1, "intent-refused", "The risk gate refused an intent.",
    [
        new("intentId", FieldType.Int64, "Which intent"),
        Fields.Refusal("refusal", "Why"),
    ]);

    /// <summary>Reads a payload of any known version.</summary>
    public static IntentRefused Read(ReadOnlySpan<byte> payload, ushort version) => RecordCodec.Read<IntentRefusedCodec, IntentRefused>(payload, version);

    /// <inheritdoc/>
    public static int MaxSize(in IntentRefused record) => 8 + PayloadFields.MaxSize(record.Refusal);

    /// <inheritdoc/>
    public static void Write(ref PayloadWriter writer, in IntentRefused record)
    {
        writer.Int64(record.Intent.Value);
        writer.Refusal(record.Refusal);
    }

    /// <inheritdoc/>
    public static IntentRefused Read(ref PayloadReader reader) => new(new(reader.Int64()), reader.Refusal());
}
