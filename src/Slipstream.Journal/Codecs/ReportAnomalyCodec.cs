using Slipstream.Domain;

namespace Slipstream.Journal;

/// <summary>The codec of <see cref="ReportAnomaly"/> records.</summary>
public readonly struct ReportAnomalyCodec : IRecordCodec<ReportAnomaly>
{
    /// <inheritdoc/>
    public static RecordType Type => RecordType.ReportAnomaly;

    /// <inheritdoc/>
    public static ushort Version => 1;

    /// <inheritdoc/>
    public static RecordSchema Schema { get; } = new(RecordType.ReportAnomaly, 1, "report-anomaly", "A venue's word on an order changed nothing, or counted although it came against the rules.",
    [
        new("orderId", FieldType.Int64, "The order it named"),
        FieldSchema.Enum<ExecType>("execType", "What it said"),
        new FieldSchema("fillId", FieldType.Int64, "The fill it named").OrAbsent(),
        FieldSchema.Enum<AnomalyKind>("kind", "What is unusual about it; late fills and overfills count"),
    ]);

    /// <summary>Reads a payload of any known version.</summary>
    public static ReportAnomaly Read(ReadOnlySpan<byte> payload, ushort version) => RecordCodec.Read<ReportAnomalyCodec, ReportAnomaly>(payload, version);

    /// <inheritdoc/>
    public static int MaxSize(in ReportAnomaly record) => 19;

    /// <inheritdoc/>
    public static void Write(ref PayloadWriter writer, in ReportAnomaly record)
    {
        writer.Int64(record.Order.Value);
        writer.Byte((byte)record.ExecType);
        writer.Optional(record.Fill?.Value);
        writer.Byte((byte)record.Kind);
    }

    /// <inheritdoc/>
    public static ReportAnomaly Read(ref PayloadReader reader) => new(new(reader.Int64()), (ExecType)reader.Byte(), reader.Optional() is { } fill ? new FillId(fill) : null, (AnomalyKind)reader.Byte());
}
