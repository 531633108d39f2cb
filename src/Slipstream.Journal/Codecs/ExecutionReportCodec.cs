using Slipstream.Domain;

namespace Slipstream.Journal;

/// <summary>The codec of <see cref="ExecutionReport"/> records.</summary>
public readonly struct ExecutionReportCodec : IRecordCodec<ExecutionReport>
{
    /// <inheritdoc/>
    public static RecordType Type => RecordType.ExecutionReport;

    /// <inheritdoc/>
    public static ushort Version => 1;

    /// <inheritdoc/>
    public static RecordSchema Schema { get; } = new(RecordType.ExecutionReport, 1, "execution-report", "A venue's word on an order, as it entered the core.",
    [
        FieldSchema.Enum<ExecType>("execType", "What happened"),
        new("orderId", FieldType.Int64, "To which order"),
        Fields.Time,
        new("venueOrderId", FieldType.Text, "The venue's own order number; empty where not known"),
        new("fillId", FieldType.Int64, "Trade: its number; else 0"),
        new FieldSchema("fillSeq", FieldType.Int64, "Trade: the venue's strictly rising fill sequence").OrAbsent(),
        FieldSchema.Decimal("lastQty", "base units or contracts", "Trade: quantity. Replaced: the new total quantity"),
        FieldSchema.Decimal("lastPx", "quote currency per base unit", "Trade: price. Replaced: the new limit price"),
        Fields.Money("fees", "Fee of the trade, or what the order cost without one; negative is a rebate").OrAbsent(),
        FieldSchema.Enum<Liquidity>("liquidity", "Trade: maker or taker").OrAbsent(),
        Fields.Costs,
        Fields.Refusal("reason", "Rejected, cancel rejected, or an unsolicited end: why").OrAbsent(),
    ]);

    /// <summary>Reads a payload of any known version.</summary>
    public static ExecutionReport Read(ReadOnlySpan<byte> payload, ushort version) => RecordCodec.Read<ExecutionReportCodec, ExecutionReport>(payload, version);

    /// <inheritdoc/>
    public static int MaxSize(in ExecutionReport record) => 160 + PayloadWriter.MaxSize(record.VenueOrderId) + PayloadFields.MaxSize(record.Reason);

    /// <inheritdoc/>
    public static void Write(ref PayloadWriter writer, in ExecutionReport record)
    {
        writer.Byte((byte)record.Type);
        writer.Int64(record.Order.Value);
        writer.Int64(record.Time.UnixNanos);
        writer.Text(record.VenueOrderId);
        writer.Int64(record.FillId.Value);
        writer.Optional(record.FillSeq);
        writer.Int64(record.LastQty.Raw);
        writer.Int64(record.LastPx.Raw);
        writer.Bool(record.Fee.HasValue);
        if (record.Fee is { } fee)
        {
            writer.Money(fee);
        }

        writer.Bool(record.Liquidity.HasValue);
        if (record.Liquidity is { } liquidity)
        {
            writer.Byte((byte)liquidity);
        }

        writer.Costs(record.Costs);
        writer.Bool(record.Reason is not null);
        if (record.Reason is { } reason)
        {
            writer.Refusal(reason);
        }
    }

    /// <inheritdoc/>
    public static ExecutionReport Read(ref PayloadReader reader) => new()
    {
        Type = (ExecType)reader.Byte(),
        Order = new(reader.Int64()),
        Time = Instant.FromUnixNanos(reader.Int64()),
        VenueOrderId = reader.Text(),
        FillId = new(reader.Int64()),
        FillSeq = reader.Optional(),
        LastQty = Quantity.FromRaw(reader.Int64()),
        LastPx = Price.FromRaw(reader.Int64()),
        Fee = reader.Bool() ? reader.Money() : null,
        Liquidity = reader.Bool() ? (Liquidity)reader.Byte() : null,
        Costs = reader.Costs(),
        Reason = reader.Bool() ? reader.Refusal() : null,
    };
}
