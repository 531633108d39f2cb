using System.Runtime.CompilerServices;
using Slipstream.Domain;

namespace Slipstream.Journal;

/// <summary>
/// Appends records to a journal's directory. Full blocks are hashed and written by a thread behind; <see cref="Commit"/> waits
/// until everything appended is written (and on disk, with <see cref="Durability.Fsync"/>).
/// </summary>
/// <remarks>One thread at a time. After an exception nothing more is taken: open the journal again with <see cref="Recover"/>.</remarks>
public sealed class JournalWriter : RecordSink, IDisposable
{
    private readonly FileStream _lock;
    private readonly SegmentFile _file;
    private readonly BlockPump _pump;
    private BlockBuffer _block;
    private bool _failed;
    private bool _disposed;

    private JournalWriter(string directory, JournalOptions options, FileStream exclusive, SegmentFile file, long sequence)
    {
        Directory = directory;
        _lock = exclusive;
        _file = file;
        _pump = new(file, options.BlockBytes);
        _block = _pump.Rent();
        Sequence = sequence;
        Committed = sequence;
    }

    /// <summary>The journal's directory.</summary>
    public string Directory { get; }

    /// <summary>Number of the last record appended; 0 before the first.</summary>
    public long Sequence { get; private set; }

    /// <summary>Number of the last record that is acknowledged: no crash loses it.</summary>
    public long Committed { get; private set; }

    /// <summary>Starts a journal in a directory, which is made if needed.</summary>
    /// <exception cref="JournalException">The directory holds a journal already, or can't be written.</exception>
    public static JournalWriter Create(string directory, JournalOptions? options = null)
    {
        options ??= new();
        options.Validate();
        return Open(directory, options, exclusive => JournalLayout.LastSegment(directory) == 0
            ? new(directory, options, exclusive, SegmentFile.Create(directory, options), 0)
            : throw new JournalException($"{directory} holds a journal already: choose another directory, or recover that one.", directory));
    }

    /// <summary>Opens a journal after a crash or a stop, cuts a torn tail, and goes on with the next sequence.</summary>
    /// <exception cref="JournalException">There is no journal, or another process writes it.</exception>
    /// <exception cref="JournalCorruptException">Its last segment is damaged, not torn.</exception>
    public static JournalWriter Recover(string directory, JournalOptions? options = null)
    {
        options ??= new();
        options.Validate();
        return Open(directory, options, exclusive =>
        {
            var end = JournalTail.Find(directory);
            return new(directory, options, exclusive, SegmentFile.Continue(directory, options, end), end.NextSequence - 1);
        });
    }

    /// <summary>Writes all that was appended, and waits for the disk with <see cref="Durability.Fsync"/>. When it returns, the records are acknowledged.</summary>
    /// <exception cref="JournalException">The disk is full or refused.</exception>
    public void Commit()
    {
        ThrowIfUnusable();
        _failed = true;
        _pump.Drain();
        if (!_block.IsEmpty)
        {
            // The pump is idle, so the file is ours: no switch of threads for a small commit.
            _file.Write(_block);
            _block.Clear();
        }

        _file.Sync();
        _failed = false;
        Committed = Sequence;
    }

    /// <summary>Commits and closes. After a failure it only closes.</summary>
    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }

        try
        {
            if (!_failed)
            {
                Commit();
            }
        }
        finally
        {
            _disposed = true;
            _pump.Dispose();
            _file.Dispose();
            _lock.Dispose();
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override Span<byte> Reserve(int size)
    {
        if (!_block.HasRoomFor(RecordHeader.Size + size) && !_block.IsEmpty)
        {
            HandOver();
        }

        return _block.Reserve(size);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void Complete(RecordType type, ushort version, long input, Instant time, RecordFlags flags, int length) =>
        _block.Complete(++Sequence, type, version, input, time, flags, length);

    private static JournalWriter Open(string directory, JournalOptions options, Func<FileStream, JournalWriter> open)
    {
        FileStream? exclusive = null;
        try
        {
            System.IO.Directory.CreateDirectory(directory);
            exclusive = new(JournalLayout.Lock(directory), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
            if (options.Durability == Durability.Fsync)
            {
                FileSync.Directory(Path.GetDirectoryName(Path.GetFullPath(directory)) ?? directory);
            }

            return open(exclusive);
        }
        catch (Exception e)
        {
            exclusive?.Dispose();
            if (e is IOException or UnauthorizedAccessException)
            {
                throw JournalException.Of("Opening the journal", directory, e);
            }

            throw;
        }
    }

    private void HandOver()
    {
        ThrowIfUnusable();
        _failed = true;
        _pump.Write(_block);
        _block = _pump.Rent();
        _failed = false;
    }

    private void ThrowIfUnusable()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_failed)
        {
            throw new JournalException("The journal failed before and takes no more records: recover it.", Directory);
        }
    }
}
