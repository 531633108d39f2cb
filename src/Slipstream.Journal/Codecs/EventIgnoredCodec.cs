using Slipstream.Domain;

namespace Slipstream.Journal;

/// <summary>The codec of <see cref="EventIgnored"/> records.</summary>
public readonly struct EventIgnoredCodec : IRecordCodec<EventIgnored>
{
    /// <inheritdoc/>
    public static RecordType Type => RecordType.EventIgnored;

    /// <inheritdoc/>
    public static ushort Version => 1;

    /// <inheritdoc/>
    public static RecordSchema Schema { get; } = new(RecordType.EventIgnored, 1, "event-ignored", "A venue's word on an order changed nothing.",
    [
        new("orderId", FieldType.Int64, "The order it named"),
        FieldSchema.Enum<ExecType>("execType", "What it said"),
        new FieldSchema("fillId", FieldType.Int64, "The fill it named").OrAbsent(),
        FieldSchema.Enum<IgnoreReason>("reason", "Why it was ignored"),
    ]);

    /// <summary>Reads a payload of any known version.</summary>
    public static EventIgnored Read(ReadOnlySpan<byte> payload, ushort version) => RecordCodec.Read<EventIgnoredCodec, EventIgnored>(payload, version);

    /// <inheritdoc/>
    public static int MaxSize(in EventIgnored record) => 19;

    /// <inheritdoc/>
    public static void Write(ref PayloadWriter writer, in EventIgnored record)
    {
        writer.Int64(record.Order.Value);
        writer.Byte((byte)record.ExecType);
        writer.Optional(record.Fill?.Value);
        writer.Byte((byte)record.Reason);
    }

    /// <inheritdoc/>
    public static EventIgnored Read(ref PayloadReader reader) => new(new(reader.Int64()), (ExecType)reader.Byte(), reader.Optional() is { } fill ? new FillId(fill) : null, (IgnoreReason)reader.Byte());
}
