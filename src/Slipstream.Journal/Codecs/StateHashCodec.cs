namespace Slipstream.Journal;

/// <summary>The codec of <see cref="StateHash"/> records.</summary>
public readonly struct StateHashCodec : IRecordCodec<StateHash>
{
    /// <inheritdoc/>
    public static RecordType Type => RecordType.StateHash;

    /// <inheritdoc/>
    public static ushort Version => 1;

    /// <inheritdoc/>
    public static RecordSchema Schema { get; } = new(RecordType.StateHash, 1, "state-hash", "The hash of the core's state after an input.",
    [
        new("hash", FieldType.Hash, "SHA-256 of the state"),
    ]);

    /// <summary>Reads a payload of any known version.</summary>
    public static StateHash Read(ReadOnlySpan<byte> payload, ushort version) => RecordCodec.Read<StateHashCodec, StateHash>(payload, version);

    /// <inheritdoc/>
    public static int MaxSize(in StateHash record) => 32;

    /// <inheritdoc/>
    public static void Write(ref PayloadWriter writer, in StateHash record)
    {
        writer.Hash(record.Hash);
    }

    /// <inheritdoc/>
    public static StateHash Read(ref PayloadReader reader) => new(reader.Hash());
}
