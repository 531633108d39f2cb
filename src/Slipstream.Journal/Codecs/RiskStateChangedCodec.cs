namespace Slipstream.Journal;

/// <summary>The codec of <see cref="RiskStateChanged"/> records.</summary>
public readonly struct RiskStateChangedCodec : IRecordCodec<RiskStateChanged>
{
    /// <inheritdoc/>
    public static RecordType Type => RecordType.RiskStateChanged;

    /// <inheritdoc/>
    public static ushort Version => 1;

    /// <inheritdoc/>
    public static RecordSchema Schema { get; } = new(RecordType.RiskStateChanged, 1, "risk-state", "A risk rule halted or freed trading.",
    [
        new("rule", FieldType.Text, "Name of the rule"),
        new("halted", FieldType.Boolean, "Is trading halted now?"),
        new("observed", FieldType.Text, "What was observed, with its unit"),
        new("allowed", FieldType.Text, "What the rule allows, with its unit"),
    ]);

    /// <summary>Reads a payload of any known version.</summary>
    public static RiskStateChanged Read(ReadOnlySpan<byte> payload, ushort version) => RecordCodec.Read<RiskStateChangedCodec, RiskStateChanged>(payload, version);

    /// <inheritdoc/>
    public static int MaxSize(in RiskStateChanged record) => 1 + PayloadWriter.MaxSize(record.Rule) + PayloadWriter.MaxSize(record.Observed) + PayloadWriter.MaxSize(record.Allowed);

    /// <inheritdoc/>
    public static void Write(ref PayloadWriter writer, in RiskStateChanged record)
    {
        writer.Text(record.Rule);
        writer.Bool(record.Halted);
        writer.Text(record.Observed);
        writer.Text(record.Allowed);
    }

    /// <inheritdoc/>
    public static RiskStateChanged Read(ref PayloadReader reader) => new(reader.Text(), reader.Bool(), reader.Text(), reader.Text());
}
