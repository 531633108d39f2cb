using Microsoft.Win32.SafeHandles;

namespace Slipstream.Journal;

/// <summary>Reads a journal block by block over all segments. A block is checked whole before it is given: checksums, sequence, hash, chain.</summary>
internal sealed class BlockReader : IDisposable
{
    private readonly string _directory;
    private byte[] _buffer = new byte[BlockHeader.Size + (64 << 10)];
    private SafeFileHandle? _handle;
    private int _segment;
    private long _position;
    private long _length;
    private bool _stateIsKnown;
    private long _nextSequence = 1;
    private long _nextBlock;
    private ContentHash _lastHash;
    private BlockHeader _header;

    public BlockReader(string directory, int firstSegment = 1)
    {
        _directory = directory;
        _segment = firstSegment;
        _stateIsKnown = firstSegment == 1;
        Path = JournalLayout.Segment(directory, firstSegment);
    }

    /// <summary>Path of the segment in hand.</summary>
    public string Path { get; private set; }

    /// <summary>Byte in the segment at which the block in hand starts.</summary>
    public long BlockOffset { get; private set; }

    /// <summary>The records of the block in hand.</summary>
    public ReadOnlySpan<byte> Payload => _buffer.AsSpan(BlockHeader.Size, _header.PayloadLength);

    /// <summary>Blocks read.</summary>
    public long Blocks { get; private set; }

    /// <summary>Segments opened.</summary>
    public int Segments { get; private set; }

    /// <summary>Bytes of headers and blocks read.</summary>
    public long Bytes { get; private set; }

    /// <summary>After false: bytes behind the last whole block, which a crash tore or which are being written.</summary>
    public long TornBytes { get; private set; }

    /// <summary>Where the journal ends as far as read; null where that can't be known without an earlier segment.</summary>
    public JournalEnd? End => _stateIsKnown ? new(_segment, _handle is null ? 0 : _position, _nextSequence, _nextBlock, _lastHash) : null;

    /// <summary>Goes to the next whole block.</summary>
    /// <returns>False where there is none yet.</returns>
    /// <exception cref="JournalCorruptException">It is not what was written.</exception>
    public bool TryRead()
    {
        while (!TryReadHere())
        {
            if (!File.Exists(JournalLayout.Segment(_directory, _segment + 1)))
            {
                return false;
            }

            // A writer starts a segment only after the one before is whole: now this one is, even if it was not a moment ago.
            if (TryReadHere())
            {
                return true;
            }

            if (_handle is null || TornBytes > 0)
            {
                throw Damage(DamageKind.Segment, _position, _nextSequence, $"The segment ends inside a block, after record {_nextSequence - 1}, though another segment follows");
            }

            _handle.Dispose();
            _handle = null;
            _position = 0;
            Path = JournalLayout.Segment(_directory, ++_segment);
        }

        return true;
    }

    /// <summary>Makes sure that the journal ends here, rather than that a segment is missing.</summary>
    public void RequireLastSegment()
    {
        if (JournalLayout.LastSegment(_directory) is var last && last > _segment)
        {
            throw Damage(DamageKind.Segment, 0, _nextSequence, $"Segment {_segment + 1} is missing, though segment {last} is there");
        }
    }

    public void Dispose() => _handle?.Dispose();

    private bool TryReadHere() => (_handle is not null || TryOpen()) && TryReadBlock();

    private bool TryOpen()
    {
        TornBytes = 0;
        if (!File.Exists(Path))
        {
            return false;
        }

        var handle = Guarded(() => File.OpenHandle(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        try
        {
            _length = RandomAccess.GetLength(handle);
            _position = 0;
            if (_length < SegmentHeader.Size || IsZeroFrom(handle, 0))
            {
                TornBytes = _length;
                return false;
            }

            ReadExactly(handle, _buffer.AsSpan(0, SegmentHeader.Size), 0);
            Accept(_buffer.AsSpan(0, SegmentHeader.Size));
            _handle = handle;
            handle = null;
        }
        finally
        {
            handle?.Dispose();
        }

        _position = SegmentHeader.Size;
        Segments++;
        Bytes += SegmentHeader.Size;
        return true;
    }

    private void Accept(ReadOnlySpan<byte> bytes)
    {
        if (!SegmentHeader.TryRead(bytes, out var header, out var fault))
        {
            throw Damage(DamageKind.Segment, 0, _nextSequence, $"Segment {_segment}, which record {_nextSequence} should start, can't be read: {fault}");
        }

        if (!_stateIsKnown)
        {
            (_nextSequence, _nextBlock, _lastHash, _stateIsKnown) = (header.FirstSequence, header.FirstBlock, header.Previous, true);
        }

        if (header != new SegmentHeader(_segment, _nextSequence, _nextBlock, _lastHash))
        {
            throw Damage(DamageKind.Chain, 0, _nextSequence, $"Segment {_segment} does not follow on the segment before: record {_nextSequence} was expected, it starts with {header.FirstSequence}");
        }
    }

    private bool TryReadBlock()
    {
        if (!Has(BlockHeader.Size))
        {
            return false;
        }

        ReadExactly(_handle!, _buffer.AsSpan(0, BlockHeader.Size), _position);
        if (!BlockHeader.TryRead(_buffer, out var header))
        {
            return IsZeroFrom(_handle!, _position)
                ? false
                : throw Damage(DamageKind.BlockHeader, _position, _nextSequence, $"The header of block {_nextBlock}, which record {_nextSequence} starts, is damaged");
        }

        var size = BlockHeader.Size + (long)header.PayloadLength;
        if (!Has(size))
        {
            return false;
        }

        if (size > _buffer.Length)
        {
            var larger = new byte[size];
            _buffer.AsSpan(0, BlockHeader.Size).CopyTo(larger);
            _buffer = larger;
        }

        ReadExactly(_handle!, _buffer.AsSpan(BlockHeader.Size, header.PayloadLength), _position + BlockHeader.Size);
        var damage = BlockCheck.Find(_buffer.AsSpan(0, (int)size), header, _header, new(_segment, _position, _nextSequence, _nextBlock, _lastHash), Path);
        if (damage is not null)
        {
            throw new JournalCorruptException(damage);
        }

        _header = header;
        BlockOffset = _position;
        _position += size;
        _nextSequence += header.Count;
        _nextBlock++;
        _lastHash = header.Hash;
        Blocks++;
        Bytes += size;
        TornBytes = 0;
        return true;
    }

    private bool Has(long size)
    {
        if (_length - _position < size)
        {
            _length = RandomAccess.GetLength(_handle!);
        }

        TornBytes = _length - _position;
        return TornBytes >= size;
    }

    private bool IsZeroFrom(SafeFileHandle handle, long position)
    {
        Span<byte> chunk = stackalloc byte[1024];
        int read;
        do
        {
            read = RandomAccess.Read(handle, chunk, position);
            position += read;
        }
        while (read > 0 && !chunk[..read].ContainsAnyExcept((byte)0));
        return read == 0;
    }

    private void ReadExactly(SafeFileHandle handle, Span<byte> destination, long position)
    {
        try
        {
            while (destination.Length > 0)
            {
                var read = RandomAccess.Read(handle, destination, position);
                if (read == 0)
                {
                    throw new EndOfStreamException("the file became shorter while it was read");
                }

                destination = destination[read..];
                position += read;
            }
        }
        catch (IOException e)
        {
            throw JournalException.Of("Reading the journal segment", Path, e);
        }
    }

    private SafeFileHandle Guarded(Func<SafeFileHandle> open)
    {
        try
        {
            return open();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw JournalException.Of("Opening the journal segment", Path, e);
        }
    }

    private JournalCorruptException Damage(DamageKind kind, long offset, long sequence, string what) =>
        new(new(kind, Path, offset, sequence, sequence, what));
}
