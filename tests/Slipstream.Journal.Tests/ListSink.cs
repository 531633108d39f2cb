using Slipstream.Domain;

namespace Slipstream.Journal.Tests;

/// <summary>Keeps records as text, so that lists of them can be compared.</summary>
public sealed class ListSink : RecordSink, IDisposable
{
    private readonly byte[] _room = new byte[1 << 20];

    public List<string> Records { get; } = [];

    public static List<string> Read(string directory)
    {
        using var reader = JournalReader.Open(directory);
        var records = new List<string>();
        while (reader.Read())
        {
            records.Add(Show(reader.Current));
        }

        return records;
    }

    public static string Show(in RecordView r) => Show(r.Sequence, r.Type, r.Header.Version, r.Input, r.Time, r.Header.Flags, r.Payload);

    public void Dispose() => Records.Clear();

    protected override Span<byte> Reserve(int size) => _room.AsSpan(0, size);

    protected override void Complete(RecordType type, ushort version, long input, Instant time, RecordFlags flags, int length) =>
        Records.Add(Show(Records.Count + 1, type, version, input, time, flags, _room.AsSpan(0, length)));

    private static string Show(long sequence, RecordType type, ushort version, long input, Instant time, RecordFlags flags, ReadOnlySpan<byte> payload) =>
        $"{sequence} {type} v{version} {input} {time} {flags} {Convert.ToHexString(payload)}";
}
