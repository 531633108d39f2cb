namespace Slipstream.Journal;

/// <summary>The codec of <see cref="SnapshotStored"/> records.</summary>
public readonly struct SnapshotStoredCodec : IRecordCodec<SnapshotStored>
{
    /// <inheritdoc/>
    public static RecordType Type => RecordType.SnapshotStored;

    /// <inheritdoc/>
    public static ushort Version => 1;

    /// <inheritdoc/>
    public static RecordSchema Schema { get; } = new(RecordType.SnapshotStored, 1, "snapshot", "An input file was kept under its content hash.",
    [
        new("kind", FieldType.Text, "What it is, such as strategy-source"),
        new("name", FieldType.Text, "The file's own name"),
        new("sha256", FieldType.Hash, "Hash of its content, its name in snapshots/"),
        new("length", FieldType.Int64, "Size") { Unit = "bytes" },
    ]);

    /// <summary>Reads a payload of any known version.</summary>
    public static SnapshotStored Read(ReadOnlySpan<byte> payload, ushort version) => RecordCodec.Read<SnapshotStoredCodec, SnapshotStored>(payload, version);

    /// <inheritdoc/>
    public static int MaxSize(in SnapshotStored record) => 40 + PayloadWriter.MaxSize(record.Kind) + PayloadWriter.MaxSize(record.Name);

    /// <inheritdoc/>
    public static void Write(ref PayloadWriter writer, in SnapshotStored record)
    {
        writer.Text(record.Kind);
        writer.Text(record.Name);
        writer.Hash(record.Sha256);
        writer.Int64(record.Length);
    }

    /// <inheritdoc/>
    public static SnapshotStored Read(ref PayloadReader reader) => new(reader.Text(), reader.Text(), reader.Hash(), reader.Int64());
}
