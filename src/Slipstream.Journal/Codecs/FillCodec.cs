using Slipstream.Domain;

namespace Slipstream.Journal;

/// <summary>The codec of <see cref="Fill"/> records.</summary>
public readonly struct FillCodec : IRecordCodec<Fill>
{
    /// <inheritdoc/>
    public static RecordType Type => RecordType.Fill;

    /// <inheritdoc/>
    public static ushort Version => 1;

    /// <inheritdoc/>
    public static RecordSchema Schema { get; } = new(RecordType.Fill, 1, "fill", "A trade of one's own, counted once.",
    [
        new("id", FieldType.Int64, "Unique per venue"),
        Fields.Time,
        new("venue", FieldType.Text, "Where"),
        Fields.Asset,
        FieldSchema.Enum<Side>("side", "Which way"),
        FieldSchema.Decimal("qty", "base units or contracts", "How much"),
        FieldSchema.Decimal("price", "quote currency per base unit", "At which price"),
        Fields.Money("fees", "Fee; negative is a rebate"),
        new("orderId", FieldType.Int64, "Of which order"),
        new("intentId", FieldType.Int64, "Of which intent"),
        FieldSchema.Enum<Liquidity>("liquidity", "Maker or taker"),
        new FieldSchema("seq", FieldType.Int64, "The venue's strictly rising fill sequence").OrAbsent(),
        Fields.DecisionPrice,
        Fields.Costs,
    ]);

    /// <summary>Reads a payload of any known version.</summary>
    public static Fill Read(ReadOnlySpan<byte> payload, ushort version) => RecordCodec.Read<FillCodec, Fill>(payload, version);

    /// <inheritdoc/>
    public static int MaxSize(in Fill record) => 160 + PayloadWriter.MaxSize(record.Venue.Name);

    /// <inheritdoc/>
    public static void Write(ref PayloadWriter writer, in Fill record)
    {
        writer.Int64(record.Id.Value);
        writer.Int64(record.Time.UnixNanos);
        writer.Text(record.Venue.Name);
        writer.UInt16(record.Instrument.Index);
        writer.Byte((byte)record.Side);
        writer.Int64(record.Quantity.Raw);
        writer.Int64(record.Price.Raw);
        writer.Money(record.Fee);
        writer.Int64(record.Order.Value);
        writer.Int64(record.Intent.Value);
        writer.Byte((byte)record.Liquidity);
        writer.Optional(record.Seq);
        writer.Optional(record.DecisionPrice?.Raw);
        writer.Costs(record.Costs);
    }

    /// <inheritdoc/>
    public static Fill Read(ref PayloadReader reader) => new()
    {
        Id = new(reader.Int64()),
        Time = Instant.FromUnixNanos(reader.Int64()),
        Venue = new(reader.Text()),
        Instrument = new(reader.UInt16()),
        Side = (Side)reader.Byte(),
        Quantity = Quantity.FromRaw(reader.Int64()),
        Price = Price.FromRaw(reader.Int64()),
        Fee = reader.Money(),
        Order = new(reader.Int64()),
        Intent = new(reader.Int64()),
        Liquidity = (Liquidity)reader.Byte(),
        Seq = reader.Optional(),
        DecisionPrice = reader.OptionalPrice(),
        Costs = reader.Costs(),
    };
}
