using System.Buffers;

namespace Slipstream.Journal;

/// <summary>Lifts the payload of one record type from one version to the next.</summary>
/// <param name="type">Which type.</param>
/// <param name="from">The version it reads; it writes the next.</param>
public abstract class Upcaster(RecordType type, ushort from)
{
    /// <summary>Which type.</summary>
    public RecordType Type { get; } = type;

    /// <summary>The version it reads; it writes the next.</summary>
    public ushort From { get; } = from;

    /// <summary>Writes the payload of the next version.</summary>
    public abstract void Upcast(ReadOnlySpan<byte> payload, IBufferWriter<byte> destination);
}
