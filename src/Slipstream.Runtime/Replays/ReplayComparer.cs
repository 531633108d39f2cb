using Slipstream.Domain;
using Slipstream.Journal;

namespace Slipstream.Runtime.Replays;

/// <summary>Encodes what the replayed core leads to, and compares the bytes with the journal's next record.</summary>
internal sealed class ReplayComparer(JournalCursor cursor) : RecordSink
{
    private byte[] _scratch = new byte[4096];

    /// <summary>Records that were the same.</summary>
    public long Matched { get; private set; }

    /// <summary>The first that was not; null so far.</summary>
    public Divergence? Divergence { get; private set; }

    /// <summary>Notes that the journal's next record has no counterpart.</summary>
    public void Miss() => Divergence ??= new(cursor.Current.Sequence, cursor.Json(), null);

    /// <summary>Notes that the journal's next record and the replay's state disagree.</summary>
    public void Differ(string actual) => Divergence ??= new(cursor.Current.Sequence, cursor.Json(), actual);

    /// <summary>Counts a record that needed no comparison, because it is an input or was checked apart.</summary>
    public void Accept()
    {
        Matched++;
        cursor.Advance();
    }

    /// <inheritdoc/>
    protected override Span<byte> Reserve(int size)
    {
        if (_scratch.Length < size)
        {
            _scratch = new byte[size];
        }

        return _scratch;
    }

    /// <inheritdoc/>
    protected override void Complete(RecordType type, ushort version, long input, Instant time, RecordFlags flags, int length)
    {
        if (Divergence is not null)
        {
            return;
        }

        var payload = _scratch.AsSpan(0, length);
        var header = new RecordHeader(0, cursor.HasRecord ? cursor.Current.Sequence : cursor.LastSequence + 1, time, input, type, version, flags);
        if (!cursor.HasRecord)
        {
            // A run that was killed ends in the middle of an input's effects; what follows was never acknowledged.
            if (!cursor.IsTorn)
            {
                Divergence = new(cursor.LastSequence + 1, null, cursor.JsonOf(RecordView.Compose(header, payload)));
            }

            return;
        }

        var record = cursor.Current;
        if (record.Type == type && record.Input == input && record.Time == time && record.Header.Version == version && record.Payload.SequenceEqual(payload))
        {
            Accept();
        }
        else
        {
            Divergence = new(record.Sequence, cursor.Json(), cursor.JsonOf(RecordView.Compose(header, payload)));
        }
    }
}
