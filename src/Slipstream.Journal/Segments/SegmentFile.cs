using Microsoft.Win32.SafeHandles;

namespace Slipstream.Journal;

/// <summary>The end of the journal on disk: the open segment, and where the next block goes.</summary>
internal sealed class SegmentFile : IDisposable
{
    private readonly string _directory;
    private readonly JournalOptions _options;
    private SafeFileHandle _handle;
    private string _path;
    private int _index;
    private long _position;
    private long _nextBlock;
    private ContentHash _last;
    private bool _unsynced;

    private SegmentFile(string directory, JournalOptions options, SafeFileHandle handle, string path, int index)
    {
        _directory = directory;
        _options = options;
        _handle = handle;
        _path = path;
        _index = index;
    }

    /// <summary>Starts the first segment.</summary>
    public static SegmentFile Create(string directory, JournalOptions options)
    {
        var path = JournalLayout.Segment(directory, 1);
        var file = new SegmentFile(directory, options, Open(path, FileMode.CreateNew), path, 1);
        file.WriteHeader(firstSequence: 1);
        return file;
    }

    /// <summary>Goes on after the last good block and cuts what is torn behind it.</summary>
    public static SegmentFile Continue(string directory, JournalOptions options, JournalEnd end)
    {
        var path = JournalLayout.Segment(directory, end.Segment);
        var file = new SegmentFile(directory, options, Open(path, FileMode.Open), path, end.Segment)
        {
            _last = end.LastHash,
            _nextBlock = end.NextBlock,
            _position = end.Position,
        };
        if (end.Position < SegmentHeader.Size)
        {
            file.WriteHeader(end.NextSequence);
        }

        file.Cut();
        return file;
    }

    public void Write(BlockBuffer buffer)
    {
        var block = buffer.Seal(_last, _nextBlock, out var hash);
        if (_position > SegmentHeader.Size && _position + block.Length > _options.SegmentBytes)
        {
            Roll(buffer.FirstSequence);
        }

        try
        {
            RandomAccess.Write(_handle, block, _position);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw JournalException.Of("Writing to the journal segment", _path, e);
        }

        _position += block.Length;
        _last = hash;
        _nextBlock++;
        _unsynced = true;
    }

    public void Sync()
    {
        if (!_unsynced || _options.Durability != Durability.Fsync)
        {
            return;
        }

        try
        {
            FileSync.Data(_handle);
        }
        catch (IOException e)
        {
            throw JournalException.Of("Flushing the journal segment", _path, e);
        }

        _unsynced = false;
    }

    public void Dispose() => _handle.Dispose();

    private static SafeFileHandle Open(string path, FileMode mode)
    {
        try
        {
            return File.OpenHandle(path, mode, FileAccess.ReadWrite, FileShare.Read);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw JournalException.Of("Opening the journal segment", path, e);
        }
    }

    private void Roll(long firstSequence)
    {
        Sync();
        _handle.Dispose();
        _index++;
        _path = JournalLayout.Segment(_directory, _index);
        _handle = Open(_path, FileMode.CreateNew);
        WriteHeader(firstSequence);
    }

    private void WriteHeader(long firstSequence)
    {
        Span<byte> header = stackalloc byte[SegmentHeader.Size];
        new SegmentHeader(_index, firstSequence, _nextBlock, _last).Write(header);
        try
        {
            RandomAccess.Write(_handle, header, 0);
            if (_options.Durability == Durability.Fsync)
            {
                FileSync.Directory(_directory);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw JournalException.Of("Writing to the journal segment", _path, e);
        }

        _position = SegmentHeader.Size;
        _unsynced = true;
    }

    private void Cut()
    {
        try
        {
            if (RandomAccess.GetLength(_handle) > _position)
            {
                RandomAccess.SetLength(_handle, _position);
                _unsynced = true;
            }
        }
        catch (IOException e)
        {
            throw JournalException.Of("Cutting the torn tail of", _path, e);
        }
    }
}
