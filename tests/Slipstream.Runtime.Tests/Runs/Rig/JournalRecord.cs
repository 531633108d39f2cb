using Slipstream.Domain;
using Slipstream.Journal;

namespace Slipstream.Runtime.Tests.Runs.Rig;

/// <summary>A journal's record, kept.</summary>
internal sealed record JournalRecord(RecordHeader Header, string Payload)
{
    public RecordType Type => Header.Type;

    /// <summary>Is it an input that the journal holds itself?</summary>
    public bool IsInput => Type is RecordType.ExecutionReport or RecordType.TimerFired || (Type == RecordType.Command && Header.Input > 0);

    /// <summary>Does it follow from the inputs, or is it one: does it not depend on how the data came in blocks?</summary>
    public bool IsCausal => Header.IsLogical && Type is not (RecordType.RunStarted or RecordType.SnapshotStored or RecordType.TapeBlock or RecordType.StateHash or RecordType.RunEnded);

    /// <summary>All but its number, which counts tape blocks and state hashes too.</summary>
    public (RecordType Type, long Input, Instant Time, string Payload) Said => (Type, Header.Input, Header.Time, Payload);

    public static List<JournalRecord> All(string directory)
    {
        using var reader = JournalReader.Open(directory);
        var records = new List<JournalRecord>();
        while (reader.Read())
        {
            records.Add(new(reader.Current.Header, Convert.ToHexString(reader.Current.Payload)));
        }

        return records;
    }

    public static List<T> Decoded<TCodec, T>(string directory)
        where TCodec : struct, IRecordCodec<T>
    {
        using var reader = JournalReader.Open(directory);
        var records = new List<T>();
        while (reader.Read())
        {
            if (reader.Current.Type == TCodec.Type)
            {
                records.Add(reader.Current.Decode<TCodec, T>());
            }
        }

        return records;
    }
}
