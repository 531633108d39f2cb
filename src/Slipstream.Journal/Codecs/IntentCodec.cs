using Slipstream.Domain;

namespace Slipstream.Journal;

/// <summary>The codec of <see cref="Intent"/> records.</summary>
public readonly struct IntentCodec : IRecordCodec<Intent>
{
    /// <inheritdoc/>
    public static RecordType Type => RecordType.Intent;

    /// <inheritdoc/>
    public static ushort Version => 1;

    /// <inheritdoc/>
    public static RecordSchema Schema { get; } = new(RecordType.Intent, 1, "intent", "What the strategy wants done, before anybody allowed it.",
    [
        new("id", FieldType.Int64, "Number in the run, from 1"),
        Fields.Time,
        new("rationaleRef", FieldType.Int64, "The decision it came from, which holds the rationale"),
        FieldSchema.Enum<IntentKind>("kind", "What it asks for"),
        .. Fields.Terms,
        new FieldSchema("target", FieldType.Int64, "The open order to cancel or replace").OrAbsent(),
        Fields.DecisionPrice,
    ]);

    /// <summary>Reads a payload of any known version.</summary>
    public static Intent Read(ReadOnlySpan<byte> payload, ushort version) => RecordCodec.Read<IntentCodec, Intent>(payload, version);

    /// <inheritdoc/>
    public static int MaxSize(in Intent record) => 48 + OrderTermsCodec.MaxSize(record.Request);

    /// <inheritdoc/>
    public static void Write(ref PayloadWriter writer, in Intent record)
    {
        writer.Int64(record.Id.Value);
        writer.Int64(record.Time.UnixNanos);
        writer.Int64(record.Decision.Value);
        writer.Byte((byte)record.Kind);
        OrderTermsCodec.Write(ref writer, record.Request);
        writer.Optional(record.Target?.Value);
        writer.Optional(record.DecisionPrice?.Raw);
    }

    /// <inheritdoc/>
    public static Intent Read(ref PayloadReader reader) => new()
    {
        Id = new(reader.Int64()),
        Time = Instant.FromUnixNanos(reader.Int64()),
        Decision = new(reader.Int64()),
        Kind = (IntentKind)reader.Byte(),
        Request = OrderTermsCodec.Read(ref reader),
        Target = reader.Optional() is { } target ? new OrderId(target) : null,
        DecisionPrice = reader.OptionalPrice(),
    };
}
