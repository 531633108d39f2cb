using Slipstream.Domain;

namespace Slipstream.Journal;

/// <summary>The codec of <see cref="CancelSent"/> records.</summary>
public readonly struct CancelSentCodec : IRecordCodec<CancelSent>
{
    /// <inheritdoc/>
    public static RecordType Type => RecordType.CancelSent;

    /// <inheritdoc/>
    public static ushort Version => 1;

    /// <inheritdoc/>
    public static RecordSchema Schema { get; } = new(RecordType.CancelSent, 1, "cancel-sent", "A cancel left for the venue.",
    [
        new("orderId", FieldType.Int64, "The order to cancel"),
        new FieldSchema("intentId", FieldType.Int64, "The intent it carries out; absent where the core itself cancels").OrAbsent(),
    ]);

    /// <summary>Reads a payload of any known version.</summary>
    public static CancelSent Read(ReadOnlySpan<byte> payload, ushort version) => RecordCodec.Read<CancelSentCodec, CancelSent>(payload, version);

    /// <inheritdoc/>
    public static int MaxSize(in CancelSent record) => 17;

    /// <inheritdoc/>
    public static void Write(ref PayloadWriter writer, in CancelSent record)
    {
        writer.Int64(record.Order.Value);
        writer.Optional(record.Intent?.Value);
    }

    /// <inheritdoc/>
    public static CancelSent Read(ref PayloadReader reader) => new(new(reader.Int64()), reader.Optional() is { } intent ? new IntentId(intent) : null);
}
