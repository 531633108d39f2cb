using Slipstream.Domain;

namespace Slipstream.Journal;

/// <summary>The codec of <see cref="Order"/> records.</summary>
public readonly struct OrderCodec : IRecordCodec<Order>
{
    /// <inheritdoc/>
    public static RecordType Type => RecordType.Order;

    /// <inheritdoc/>
    public static ushort Version => 1;

    /// <inheritdoc/>
    public static RecordSchema Schema { get; } = new(RecordType.Order, 1, "order", "An order as it left the core.",
    [
        new("id", FieldType.Int64, "Number in the run, from 1; with the run id the idempotency key"),
        Fields.Time,
        new("venue", FieldType.Text, "Where it goes"),
        .. Fields.Terms,
        FieldSchema.Enum<OrdStatus>("status", "Where it stood then"),
        new("intentId", FieldType.Int64, "The intent it carries out"),
        new("correlationId", FieldType.Int64, "First order of its family; itself where it stands alone"),
        Fields.DecisionPrice,
    ]);

    /// <summary>Reads a payload of any known version.</summary>
    public static Order Read(ReadOnlySpan<byte> payload, ushort version) => RecordCodec.Read<OrderCodec, Order>(payload, version);

    /// <inheritdoc/>
    public static int MaxSize(in Order record) => 64 + PayloadWriter.MaxSize(record.Venue.Name) + OrderTermsCodec.MaxSize(record.Terms);

    /// <inheritdoc/>
    public static void Write(ref PayloadWriter writer, in Order record)
    {
        writer.Int64(record.Id.Value);
        writer.Int64(record.Time.UnixNanos);
        writer.Text(record.Venue.Name);
        OrderTermsCodec.Write(ref writer, record.Terms);
        writer.Byte((byte)record.Status);
        writer.Int64(record.Intent.Value);
        writer.Int64(record.Correlation.Value);
        writer.Optional(record.DecisionPrice?.Raw);
    }

    /// <inheritdoc/>
    public static Order Read(ref PayloadReader reader) => new()
    {
        Id = new(reader.Int64()),
        Time = Instant.FromUnixNanos(reader.Int64()),
        Venue = new(reader.Text()),
        Terms = OrderTermsCodec.Read(ref reader),
        Status = (OrdStatus)reader.Byte(),
        Intent = new(reader.Int64()),
        Correlation = new(reader.Int64()),
        DecisionPrice = reader.OptionalPrice(),
    };
}
