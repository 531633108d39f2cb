namespace Slipstream.Lake.Reading;

/// <summary>What all files of one opening share.</summary>
internal sealed class DoorState(DoorOptions options)
{
    private long _bytesRead;

    /// <summary>How strict to be.</summary>
    public DoorOptions Options { get; } = options;

    /// <summary>Rows that were not used.</summary>
    public Quarantine Quarantine { get; } = new(options.MaxExamples);

    /// <summary>What a person should know.</summary>
    public List<string> Warnings { get; } = [];

    /// <summary>Stored bytes read so far; may be asked from any thread.</summary>
    public long BytesRead => Interlocked.Read(ref _bytesRead);

    /// <summary>Counts stored bytes that were read; taken back where a reader goes back in a file.</summary>
    public void CountBytes(long bytes) => Interlocked.Add(ref _bytesRead, bytes);
}
