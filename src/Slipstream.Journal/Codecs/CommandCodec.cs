namespace Slipstream.Journal;

/// <summary>The codec of <see cref="Command"/> records.</summary>
public readonly struct CommandCodec : IRecordCodec<Command>
{
    /// <inheritdoc/>
    public static RecordType Type => RecordType.Command;

    /// <inheritdoc/>
    public static ushort Version => 1;

    /// <inheritdoc/>
    public static RecordSchema Schema { get; } = new(RecordType.Command, 1, "command", "A command of an operator or of the bank.",
    [
        new("kind", FieldType.Text, "Such as halt or configure"),
        new("content", FieldType.Json, "What was commanded; never a secret"),
    ]);

    /// <summary>Reads a payload of any known version.</summary>
    public static Command Read(ReadOnlySpan<byte> payload, ushort version) => RecordCodec.Read<CommandCodec, Command>(payload, version);

    /// <inheritdoc/>
    public static int MaxSize(in Command record) => PayloadWriter.MaxSize(record.Kind) + PayloadWriter.MaxSize(record.Json);

    /// <inheritdoc/>
    public static void Write(ref PayloadWriter writer, in Command record)
    {
        writer.Text(record.Kind);
        writer.Text(record.Json);
    }

    /// <inheritdoc/>
    public static Command Read(ref PayloadReader reader) => new(reader.Text(), reader.Text());
}
