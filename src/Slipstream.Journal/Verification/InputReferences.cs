namespace Slipstream.Journal;

/// <summary>The tapes and input files that a journal names, and whether they are what it says.</summary>
internal sealed class InputReferences
{
    private readonly SortedDictionary<string, List<(long Sequence, TapeBlock Block)>> _tapes = new(StringComparer.Ordinal);
    private readonly Dictionary<ContentHash, (long Sequence, SnapshotStored Snapshot)> _snapshots = [];

    public List<string> TapesVerified { get; } = [];

    public List<string> TapesRetired { get; } = [];

    public long TapeEvents { get; private set; }

    public int SnapshotsVerified { get; private set; }

    public List<string> SnapshotsMissing { get; } = [];

    public JournalDamage? Damage { get; private set; }

    public void Note(in RecordView record)
    {
        if (record.Type == RecordType.TapeBlock)
        {
            var block = record.Decode<TapeBlockCodec, TapeBlock>();
            if (!_tapes.TryGetValue(block.TapeFile, out var blocks))
            {
                _tapes.Add(block.TapeFile, blocks = []);
            }

            blocks.Add((record.Sequence, block));
        }
        else if (record.Type == RecordType.SnapshotStored)
        {
            var snapshot = record.Decode<SnapshotStoredCodec, SnapshotStored>();
            _snapshots.TryAdd(snapshot.Sha256, (record.Sequence, snapshot));
        }
    }

    public InputReferences Check(string directory)
    {
        foreach (var (name, blocks) in _tapes)
        {
            var path = Path.Combine(JournalLayout.Tapes(directory), name);
            if (!File.Exists(path))
            {
                TapesRetired.Add(name);
            }
            else if (CheckTape(path, blocks) is { } damage)
            {
                Damage ??= damage;
            }
            else
            {
                TapesVerified.Add(name);
            }
        }

        var store = new SnapshotStore(directory);
        foreach (var (hash, (sequence, snapshot)) in _snapshots.OrderBy(s => s.Value.Sequence))
        {
            if (!File.Exists(JournalLayout.Snapshot(directory, hash)))
            {
                SnapshotsMissing.Add(snapshot.Name);
                continue;
            }

            try
            {
                store.Load(hash);
                SnapshotsVerified++;
            }
            catch (JournalCorruptException e)
            {
                Damage ??= e.Damage with { Sequence = sequence, LastSequence = sequence, What = $"{e.Damage.What}: {snapshot.Kind} {snapshot.Name} of record {sequence}" };
            }
        }

        return this;
    }

    private JournalDamage? CheckTape(string path, List<(long Sequence, TapeBlock Block)> journalled)
    {
        var onTape = new Dictionary<long, SealedTapeBlock>();
        try
        {
            TapeEvents += Tape.Verify(path, block => onTape[block.Index] = block).Events;
        }
        catch (JournalCorruptException e)
        {
            return e.Damage;
        }
        catch (JournalException e)
        {
            return new(DamageKind.Tape, path, 0, 0, 0, e.Message);
        }

        foreach (var (sequence, block) in journalled)
        {
            if (!onTape.TryGetValue(block.BlockIndex, out var found) || found.Hash != block.Hash || found.Count != block.Count)
            {
                var state = found == default ? "is missing" : "is another one";
                return new(DamageKind.Tape, path, 0, found.FirstEvent, found.FirstEvent + block.Count - 1,
                    $"The tape's block {block.BlockIndex}, {block.Count} market events from input {block.FirstInput} on as record {sequence} says, {state}");
            }
        }

        return null;
    }
}
