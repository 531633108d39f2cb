namespace Slipstream.Journal;

/// <summary>How a record type becomes bytes and back. Implemented by empty structs, so that calls are bound when compiled.</summary>
/// <typeparam name="T">The record.</typeparam>
public interface IRecordCodec<T>
{
    /// <summary>Which type.</summary>
    static abstract RecordType Type { get; }

    /// <summary>The version written; older ones are lifted to it by upcasters.</summary>
    static abstract ushort Version { get; }

    /// <summary>How such records count.</summary>
    static virtual RecordFlags Flags => RecordFlags.None;

    /// <summary>The published layout that <see cref="Write"/> and <see cref="Read"/> follow.</summary>
    static abstract RecordSchema Schema { get; }

    /// <summary>Returns the most bytes that the payload can take.</summary>
    static abstract int MaxSize(in T record);

    /// <summary>Writes the payload.</summary>
    static abstract void Write(ref PayloadWriter writer, in T record);

    /// <summary>Reads a payload of the present version.</summary>
    static abstract T Read(ref PayloadReader reader);
}
