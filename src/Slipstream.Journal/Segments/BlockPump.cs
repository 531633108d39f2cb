namespace Slipstream.Journal;

/// <summary>
/// Takes full blocks off the core's thread: a thread of its own seals and writes them in order while the core fills the next.
/// It is started by the first full block. While it is idle the segment file belongs to the caller.
/// </summary>
internal sealed class BlockPump(SegmentFile file, int blockBytes) : IDisposable
{
    private const int MaxBlocks = 16;

    private readonly object _gate = new();
    private readonly Queue<BlockBuffer> _full = new(MaxBlocks);
    private readonly Queue<BlockBuffer> _free = new(MaxBlocks);
    private Thread? _thread;
    private int _made;
    private bool _writing;
    private bool _stopping;
    private Exception? _failure;

    /// <summary>Returns an empty block; waits where all are still being written.</summary>
    public BlockBuffer Rent()
    {
        lock (_gate)
        {
            while (_free.Count == 0 && _made == MaxBlocks)
            {
                ThrowIfFailed();
                Monitor.Wait(_gate);
            }

            ThrowIfFailed();
            if (_free.TryDequeue(out var block))
            {
                return block;
            }

            _made++;
        }

        return new(blockBytes);
    }

    /// <summary>Hands over a full block.</summary>
    public void Write(BlockBuffer block)
    {
        lock (_gate)
        {
            ThrowIfFailed();
            _full.Enqueue(block);
            if (_thread is null)
            {
                _thread = new(Run) { IsBackground = true, Name = "journal" };
                _thread.Start();
            }

            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Waits until all blocks handed over are written.</summary>
    /// <exception cref="JournalException">One could not be.</exception>
    public void Drain()
    {
        lock (_gate)
        {
            while (_writing || _full.Count > 0)
            {
                ThrowIfFailed();
                Monitor.Wait(_gate);
            }

            ThrowIfFailed();
        }
    }

    /// <summary>Ends the thread after what was handed over.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _stopping = true;
            Monitor.PulseAll(_gate);
        }

        _thread?.Join();
    }

    private void Run()
    {
        while (TakeFull() is { } block)
        {
            Exception? failure = null;
            try
            {
                file.Write(block);
                block.Clear();
            }
            catch (Exception e) when (e is JournalException or OutOfMemoryException)
            {
                failure = e;
            }

            lock (_gate)
            {
                _writing = false;
                _failure ??= failure;
                _free.Enqueue(block);
                Monitor.PulseAll(_gate);
            }
        }
    }

    private BlockBuffer? TakeFull()
    {
        lock (_gate)
        {
            while (_full.Count == 0 && !_stopping && _failure is null)
            {
                Monitor.Wait(_gate);
            }

            if (_failure is not null || !_full.TryDequeue(out var block))
            {
                return null;
            }

            _writing = true;
            return block;
        }
    }

    private void ThrowIfFailed()
    {
        if (_failure is not null)
        {
            throw new JournalException($"The journal took no more records: {_failure.Message}", (_failure as JournalException)?.Path ?? "", _failure);
        }
    }
}
