using Slipstream.Domain;

namespace Slipstream.Journal;

/// <summary>The codec of <see cref="RuntimeDescribed"/> records.</summary>
public readonly struct RuntimeDescribedCodec : IRecordCodec<RuntimeDescribed>
{
    /// <inheritdoc/>
    public static RecordType Type => RecordType.RuntimeDescribed;

    /// <inheritdoc/>
    public static ushort Version => 1;

    /// <inheritdoc/>
    public static RecordFlags Flags => RecordFlags.OutsideLogical;

    /// <inheritdoc/>
    public static RecordSchema Schema { get; } = new(RecordType.RuntimeDescribed, 1, "runtime", "When and on what the run was made; outside the logical records.",
    [
        new("wallClock", FieldType.Instant, "Wall-clock time of the start"),
        new("host", FieldType.Text, "Name of the machine"),
        new("runtime", FieldType.Text, "Runtime and build"),
    ]);

    /// <summary>Reads a payload of any known version.</summary>
    public static RuntimeDescribed Read(ReadOnlySpan<byte> payload, ushort version) => RecordCodec.Read<RuntimeDescribedCodec, RuntimeDescribed>(payload, version);

    /// <inheritdoc/>
    public static int MaxSize(in RuntimeDescribed record) => 8 + PayloadWriter.MaxSize(record.Host) + PayloadWriter.MaxSize(record.Runtime);

    /// <inheritdoc/>
    public static void Write(ref PayloadWriter writer, in RuntimeDescribed record)
    {
        writer.Int64(record.WallClock.UnixNanos);
        writer.Text(record.Host);
        writer.Text(record.Runtime);
    }

    /// <inheritdoc/>
    public static RuntimeDescribed Read(ref PayloadReader reader) => new(Instant.FromUnixNanos(reader.Int64()), reader.Text(), reader.Text());
}
