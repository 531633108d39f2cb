using Slipstream.Domain;

namespace Slipstream.Journal;

/// <summary>The codec of <see cref="Decision"/> records.</summary>
public readonly struct DecisionCodec : IRecordCodec<Decision>
{
    /// <inheritdoc/>
    public static RecordType Type => RecordType.Decision;

    /// <inheritdoc/>
    public static ushort Version => 1;

    /// <inheritdoc/>
    public static RecordSchema Schema { get; } = new(RecordType.Decision, 1, "decision", "The strategy decided something, on which input, and why.",
    [
        new("id", FieldType.Int64, "Number in the run, from 1"),
        Fields.Time,
        new("inputsRef", FieldType.Int64, "Number of the input that was decided on"),
        new("rationale", FieldType.Text, "The strategy's reason in words; empty where it gave none"),
        new("tags", FieldType.Texts, "Free tags"),
    ]);

    /// <summary>Reads a payload of any known version.</summary>
    public static Decision Read(ReadOnlySpan<byte> payload, ushort version) => RecordCodec.Read<DecisionCodec, Decision>(payload, version);

    /// <inheritdoc/>
    public static int MaxSize(in Decision record) => 24 + PayloadWriter.MaxSize(record.Rationale) + PayloadWriter.MaxSize(record.Tags);

    /// <inheritdoc/>
    public static void Write(ref PayloadWriter writer, in Decision record)
    {
        writer.Int64(record.Id.Value);
        writer.Int64(record.Time.UnixNanos);
        writer.Int64(record.InputsRef);
        writer.Text(record.Rationale);
        writer.Texts(record.Tags);
    }

    /// <inheritdoc/>
    public static Decision Read(ref PayloadReader reader) => new()
    {
        Id = new(reader.Int64()),
        Time = Instant.FromUnixNanos(reader.Int64()),
        InputsRef = reader.Int64(),
        Rationale = reader.Text(),
        Tags = reader.Texts(),
    };
}
