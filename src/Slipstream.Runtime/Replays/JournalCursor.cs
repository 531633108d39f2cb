using System.Text;
using System.Text.Json;
using Slipstream.Journal;

namespace Slipstream.Runtime.Replays;

/// <summary>The journal's next record, looked at before it is taken.</summary>
internal sealed class JournalCursor : IDisposable
{
    private readonly JournalReader _reader;
    private readonly RecordJson _json = new();

    public JournalCursor(string directory)
    {
        _reader = JournalReader.Open(directory);
        Advance();
    }

    /// <summary>Is there a next record?</summary>
    public bool HasRecord { get; private set; }

    /// <summary>Sequence number of the last record seen.</summary>
    public long LastSequence { get; private set; }

    /// <summary>Did the journal end without the run's end?</summary>
    public bool IsTorn => !SawEnd;

    /// <summary>Was the run's end read?</summary>
    public bool SawEnd { get; private set; }

    public RecordView Current => _reader.Current;

    public void Advance()
    {
        HasRecord = _reader.Read();
        if (HasRecord)
        {
            LastSequence = _reader.Current.Sequence;
            SawEnd |= _reader.Current.Type == RecordType.RunEnded;
        }
    }

    public string Json() => JsonOf(Current);

    public string JsonOf(in RecordView record)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            _json.Write(writer, record);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    public void Dispose() => _reader.Dispose();
}
