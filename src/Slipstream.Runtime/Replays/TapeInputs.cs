using Slipstream.Domain;
using Slipstream.Journal;

namespace Slipstream.Runtime.Replays;

/// <summary>The market events that a journal's tape blocks name, one after another.</summary>
internal sealed class TapeInputs(string directory) : IDisposable
{
    private readonly MarketEvent[] _events = new MarketEvent[Tape.MaxEventsPerBlock];
    private TapeReader? _reader;
    private string _file = "";
    private int _next;
    private int _count;

    /// <summary>Events left of the block in hand.</summary>
    public int Left => _count - _next;

    /// <summary>Did retention drop the tape?</summary>
    public bool Retired { get; private set; }

    /// <summary>Did the journal name any tape?</summary>
    public bool IsNamed => _file.Length > 0;

    /// <summary>Takes the next block in hand; the one before must be used up.</summary>
    public void Open(in TapeBlock block)
    {
        if (_file != block.TapeFile)
        {
            _reader?.Dispose();
            _reader = null;
            _file = block.TapeFile;
            var path = Path.Combine(JournalLayout.Tapes(directory), _file);
            Retired = !File.Exists(path);
            if (!Retired)
            {
                _reader = TapeReader.Open(path);
            }
        }

        _next = 0;
        _count = 0;
        while (_reader is not null && _count < block.Count)
        {
            var read = _reader.Read(_events.AsSpan(_count, block.Count - _count));
            if (read == 0)
            {
                throw new JournalException($"The tape {_file} ends inside block {block.BlockIndex}, which the journal names with {block.Count} events.", directory);
            }

            _count += read;
        }

        if (_reader is not null && _reader.DatasetHash != block.Hash)
        {
            throw new JournalException($"The tape {_file} is not the one that was recorded: its block {block.BlockIndex} has the hash {_reader.DatasetHash}, the journal names {block.Hash}.", directory);
        }
    }

    /// <summary>Returns the next event; there must be one.</summary>
    public ref readonly MarketEvent Take() => ref _events[_next++];

    public void Dispose() => _reader?.Dispose();
}
