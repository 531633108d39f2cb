using System.Buffers.Binary;

namespace Slipstream.Journal;

/// <summary>
/// Reads a journal's records in order over all segments, each block checked whole before its first record is given. A torn tail
/// ends the journal and is told by <see cref="TornBytes"/>; damage throws. Nothing is allocated per record.
/// </summary>
public sealed class JournalReader : IDisposable
{
    private readonly BlockReader _blocks;
    private int _at;
    private int _length;
    private int _end;

    internal JournalReader(BlockReader blocks) => _blocks = blocks;

    /// <summary>The record in hand.</summary>
    public RecordView Current => new(_blocks.Payload.Slice(_at, _length));

    /// <summary>Path of the segment that holds it.</summary>
    public string Segment => _blocks.Path;

    /// <summary>Byte in the segment at which it starts.</summary>
    public long Offset => _blocks.BlockOffset + BlockHeader.Size + _at;

    /// <summary>After the end: bytes behind the last whole block, left by a crash (or being written).</summary>
    public long TornBytes => _blocks.TornBytes;

    internal BlockReader Blocks => _blocks;

    /// <summary>Opens a journal at its first record.</summary>
    /// <exception cref="JournalException">There is none.</exception>
    public static JournalReader Open(string directory) => JournalLayout.LastSegment(directory) > 0
        ? new(new(directory))
        : throw new JournalException($"There is no journal in {directory}.", directory);

    /// <summary>Returns a journal's run header.</summary>
    /// <exception cref="JournalException">There is no journal, or it does not begin with a run's header.</exception>
    public static RunStarted ReadRun(string directory)
    {
        using var reader = Open(directory);
        return reader.Read() && reader.Current.Type == RecordType.RunStarted
            ? reader.Current.Decode<RunStartedCodec, RunStarted>()
            : throw new JournalException($"The journal in {directory} does not begin with a run's header.", directory);
    }

    /// <summary>Goes to the next record.</summary>
    /// <returns>False at the end.</returns>
    /// <exception cref="JournalCorruptException">The journal is damaged here.</exception>
    public bool Read()
    {
        if (ReadIfThere())
        {
            return true;
        }

        _blocks.RequireLastSegment();
        return false;
    }

    /// <inheritdoc/>
    public void Dispose() => _blocks.Dispose();

    internal bool ReadIfThere()
    {
        if (_at + _length == _end)
        {
            if (!_blocks.TryRead())
            {
                return false;
            }

            _at = 0;
            _end = _blocks.Payload.Length;
        }
        else
        {
            _at += _length;
        }

        _length = BinaryPrimitives.ReadInt32LittleEndian(_blocks.Payload[_at..]);
        return true;
    }
}
