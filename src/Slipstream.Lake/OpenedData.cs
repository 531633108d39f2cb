using Slipstream.Domain;

namespace Slipstream.Lake;

/// <summary>Price data, opened: a stream of market events in time order and what was recognised on the way.</summary>
public sealed class OpenedData : IDisposable
{
    private readonly Func<long> _bytesRead;

    internal OpenedData(IMarketEventReader reader, IReadOnlyList<Recognition> recognised, Quarantine quarantine, IReadOnlyList<string> warnings, long? bytesTotal, Func<long> bytesRead)
    {
        Reader = reader;
        Recognised = recognised;
        Quarantine = quarantine;
        Warnings = warnings;
        BytesTotal = bytesTotal;
        _bytesRead = bytesRead;
    }

    /// <summary>The instruments, in the order in which the sources name them.</summary>
    public Universe Universe => Reader.Universe;

    /// <summary>The events.</summary>
    public IMarketEventReader Reader { get; }

    /// <summary>What was recognised, a file an entry.</summary>
    public IReadOnlyList<Recognition> Recognised { get; }

    /// <summary>Rows that were not used; final once the reader has reached its end.</summary>
    public Quarantine Quarantine { get; }

    /// <summary>What a person should know before believing results; grows while reading.</summary>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>Bytes of all files as stored, for a progress bar.</summary>
    public long? BytesTotal { get; }

    /// <summary>Bytes read so far, as stored; may be asked from any thread while another reads.</summary>
    public long BytesRead => _bytesRead();

    /// <inheritdoc/>
    public void Dispose() => Reader.Dispose();
}
