namespace Slipstream.Journal;

/// <summary>
/// Follows a journal that another process may still be writing, from its first record: gives every record of whole blocks
/// exactly once, in order, and waits for more. It may be started before the journal is.
/// </summary>
/// <remarks>Ends after the record that ends the run. To read a journal as it stands, use <see cref="JournalReader"/>.</remarks>
public sealed class JournalFollower : IDisposable
{
    private const int Patience = 20;
    private readonly JournalReader _reader;
    private readonly TimeSpan _poll;
    private int _failures;
    private bool _ended;

    /// <summary>Creates it.</summary>
    /// <param name="directory">The journal's directory, which need not exist yet.</param>
    /// <param name="poll">How often to look for more; 50 ms unless said.</param>
    public JournalFollower(string directory, TimeSpan? poll = null)
    {
        _reader = new(new BlockReader(directory));
        _poll = poll ?? TimeSpan.FromMilliseconds(50);
    }

    /// <summary>The record in hand.</summary>
    public RecordView Current => _reader.Current;

    /// <summary>Goes to the next record, waiting for it.</summary>
    /// <returns>False after the run's end, or once cancelled.</returns>
    /// <exception cref="JournalCorruptException">The journal is damaged.</exception>
    public bool Read(CancellationToken cancellation = default)
    {
        while (!_ended)
        {
            if (TryRead())
            {
                return true;
            }

            if (cancellation.WaitHandle.WaitOne(_poll))
            {
                break;
            }
        }

        return false;
    }

    /// <summary>As <see cref="Read"/>, without holding a thread.</summary>
    public async ValueTask<bool> ReadAsync(CancellationToken cancellation = default)
    {
        while (!_ended)
        {
            if (TryRead())
            {
                return true;
            }

            try
            {
                await Task.Delay(_poll, cancellation).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                break;
            }
        }

        return false;
    }

    /// <summary>Goes to the next record if it is there already.</summary>
    public bool TryRead()
    {
        if (_ended)
        {
            return false;
        }

        try
        {
            if (!_reader.ReadIfThere())
            {
                return false;
            }
        }
        catch (JournalCorruptException) when (++_failures < Patience)
        {
            // Some file systems show a block's length before its bytes: look again, and again.
            return false;
        }

        _failures = 0;
        _ended = _reader.Current.Type == RecordType.RunEnded;
        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => _reader.Dispose();
}
