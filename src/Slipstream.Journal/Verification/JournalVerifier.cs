namespace Slipstream.Journal;

/// <summary>Checks a journal whole: every checksum, hash and link, and the tapes and input files that it names.</summary>
public static class JournalVerifier
{
    /// <summary>Checks a journal.</summary>
    /// <param name="directory">The journal's directory.</param>
    /// <param name="progress">Told the bytes read so far, now and then.</param>
    /// <exception cref="JournalException">There is no journal, or it can't be read; damage is no exception but a finding.</exception>
    public static VerifyReport Verify(string directory, IProgress<long>? progress = null)
    {
        using var reader = JournalReader.Open(directory);
        var references = new InputReferences();
        var records = 0L;
        var closed = false;
        JournalDamage? damage = null;
        try
        {
            while (reader.Read())
            {
                var record = reader.Current;
                records++;
                closed = record.Type == RecordType.RunEnded;
                references.Note(record);
                if ((records & 0xFFFF) == 0)
                {
                    progress?.Report(reader.Blocks.Bytes);
                }
            }
        }
        catch (JournalCorruptException e)
        {
            damage = e.Damage;
        }

        progress?.Report(reader.Blocks.Bytes);
        var inputs = references.Check(directory);
        return new()
        {
            Records = records,
            Blocks = reader.Blocks.Blocks,
            Segments = reader.Blocks.Segments,
            Bytes = reader.Blocks.Bytes,
            LastHash = reader.Blocks.End is { } end ? end.LastHash : default,
            Closed = closed,
            TornTailBytes = damage is null ? reader.TornBytes : 0,
            TapesVerified = inputs.TapesVerified,
            TapesRetired = inputs.TapesRetired,
            TapeEvents = inputs.TapeEvents,
            SnapshotsVerified = inputs.SnapshotsVerified,
            SnapshotsMissing = inputs.SnapshotsMissing,
            Damage = damage ?? inputs.Damage,
        };
    }
}
