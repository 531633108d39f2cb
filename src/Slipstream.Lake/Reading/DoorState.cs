namespace Slipstream.Lake.Reading;

/// <summary>What all files of one opening share.</summary>
internal sealed class DoorState(DoorOptions options)
{
    private readonly Dictionary<FileStream, long> _open = [];
    private long _closedBytes;

    /// <summary>How strict to be.</summary>
    public DoorOptions Options { get; } = options;

    /// <summary>Rows that were not used.</summary>
    public Quarantine Quarantine { get; } = new(options.MaxExamples);

    /// <summary>What a person should know.</summary>
    public List<string> Warnings { get; } = [];

    /// <summary>Stored bytes read so far.</summary>
    public long BytesRead
    {
        get
        {
            lock (_open)
            {
                return _closedBytes + _open.Sum(f => f.Key.CanRead ? f.Key.Position : f.Value);
            }
        }
    }

    /// <summary>Counts a file's bytes until it is closed.</summary>
    public void Follow(FileStream file)
    {
        lock (_open)
        {
            _open.Add(file, file.Length);
        }
    }

    /// <summary>Counts finished files as read whole.</summary>
    public void CloseFinished()
    {
        lock (_open)
        {
            foreach (var (file, length) in _open.Where(f => !f.Key.CanRead).ToArray())
            {
                _open.Remove(file);
                _closedBytes += length;
            }
        }
    }
}
