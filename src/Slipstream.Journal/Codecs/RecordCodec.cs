namespace Slipstream.Journal;

/// <summary>Reads payloads of any known version.</summary>
public static class RecordCodec
{
    /// <summary>Returns the record, lifted to the present version where it is older.</summary>
    /// <exception cref="JournalException">The version is newer than this program, or the payload does not fit its schema.</exception>
    public static T Read<TCodec, T>(ReadOnlySpan<byte> payload, ushort version)
        where TCodec : struct, IRecordCodec<T>
    {
        var reader = new PayloadReader(version == TCodec.Version
            ? payload
            : UpcasterRegistry.Journal.Upcast(TCodec.Type, version, TCodec.Version, payload));
        var record = TCodec.Read(ref reader);
        return reader.Remaining == 0
            ? record
            : throw new JournalException($"A {TCodec.Schema.Name} record of version {version} has {reader.Remaining} bytes more than its schema.");
    }
}
