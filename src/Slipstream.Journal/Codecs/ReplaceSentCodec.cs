using Slipstream.Domain;

namespace Slipstream.Journal;

/// <summary>The codec of <see cref="ReplaceSent"/> records.</summary>
public readonly struct ReplaceSentCodec : IRecordCodec<ReplaceSent>
{
    /// <inheritdoc/>
    public static RecordType Type => RecordType.ReplaceSent;

    /// <inheritdoc/>
    public static ushort Version => 1;

    /// <inheritdoc/>
    public static RecordSchema Schema { get; } = new(RecordType.ReplaceSent, 1, "replace-sent", "A replace left for the venue.",
    [
        new("orderId", FieldType.Int64, "The order to change"),
        new("intentId", FieldType.Int64, "The intent it carries out"),
        FieldSchema.Decimal("qty", "base units or contracts", "New total quantity"),
        FieldSchema.Decimal("limitPrice", "quote currency per base unit", "New limit price; absent keeps the old").OrAbsent(),
    ]);

    /// <summary>Reads a payload of any known version.</summary>
    public static ReplaceSent Read(ReadOnlySpan<byte> payload, ushort version) => RecordCodec.Read<ReplaceSentCodec, ReplaceSent>(payload, version);

    /// <inheritdoc/>
    public static int MaxSize(in ReplaceSent record) => 33;

    /// <inheritdoc/>
    public static void Write(ref PayloadWriter writer, in ReplaceSent record)
    {
        writer.Int64(record.Order.Value);
        writer.Int64(record.Intent.Value);
        writer.Int64(record.Quantity.Raw);
        writer.Optional(record.LimitPrice?.Raw);
    }

    /// <inheritdoc/>
    public static ReplaceSent Read(ref PayloadReader reader) => new(new(reader.Int64()), new(reader.Int64()), Quantity.FromRaw(reader.Int64()), reader.OptionalPrice());
}
