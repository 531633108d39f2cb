using Slipstream.Domain;

namespace Slipstream.Journal;

/// <summary>The codec of <see cref="TimerFired"/> records.</summary>
public readonly struct TimerFiredCodec : IRecordCodec<TimerFired>
{
    /// <inheritdoc/>
    public static RecordType Type => RecordType.TimerFired;

    /// <inheritdoc/>
    public static ushort Version => 1;

    /// <inheritdoc/>
    public static RecordSchema Schema { get; } = new(RecordType.TimerFired, 1, "timer", "A timer that the strategy asked for was due.",
    [
        new("tag", FieldType.Int32, "The strategy's number for it"),
        new("due", FieldType.Instant, "When it was due"),
    ]);

    /// <summary>Reads a payload of any known version.</summary>
    public static TimerFired Read(ReadOnlySpan<byte> payload, ushort version) => RecordCodec.Read<TimerFiredCodec, TimerFired>(payload, version);

    /// <inheritdoc/>
    public static int MaxSize(in TimerFired record) => 12;

    /// <inheritdoc/>
    public static void Write(ref PayloadWriter writer, in TimerFired record)
    {
        writer.Int32(record.Tag);
        writer.Int64(record.Due.UnixNanos);
    }

    /// <inheritdoc/>
    public static TimerFired Read(ref PayloadReader reader) => new(reader.Int32(), Instant.FromUnixNanos(reader.Int64()));
}
