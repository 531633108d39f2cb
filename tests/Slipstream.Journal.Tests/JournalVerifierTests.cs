using Slipstream.Domain;

namespace Slipstream.Journal.Tests;

public sealed class JournalVerifierTests : IDisposable
{
    private readonly TemporaryDirectory _temp = new();

    [Fact]
    public void A_whole_run_is_verified_with_its_tapes_and_input_files()
    {
        var report = JournalVerifier.Verify(WriteRun());
        Assert.True(report.IsIntact);
        Assert.True(report.Closed);
        Assert.Equal(["000001.tape"], report.TapesVerified);
        Assert.Empty(report.TapesRetired);
        Assert.Equal(10_000, report.TapeEvents);
        Assert.Equal(1, report.SnapshotsVerified);
        Assert.Empty(report.SnapshotsMissing);
    }

    [Fact]
    public void A_run_that_was_not_stopped_in_order_is_intact_but_not_closed()
    {
        var directory = _temp.Sub("open");
        using (var writer = JournalWriter.Create(directory))
        {
            RecordCases.AppendMany(writer, 5);
        }

        var report = JournalVerifier.Verify(directory);
        Assert.True(report.IsIntact);
        Assert.False(report.Closed);
    }

    [Fact]
    public void Retired_tapes_are_named_and_the_journal_still_passes()
    {
        var directory = WriteRun();
        File.Delete(JournalLayout.Tape(directory, 1));
        var report = JournalVerifier.Verify(directory);
        Assert.True(report.IsIntact);
        Assert.Equal(["000001.tape"], report.TapesRetired);
        Assert.Empty(report.TapesVerified);
    }

    [Fact]
    public void A_damaged_tape_is_named_with_its_block_and_events()
    {
        var directory = WriteRun();
        var path = JournalLayout.Tape(directory, 1);
        var bytes = File.ReadAllBytes(path);
        bytes[^1] ^= 0x80;
        File.WriteAllBytes(path, bytes);
        var damage = JournalVerifier.Verify(directory).Damage!;
        Assert.Equal((DamageKind.Tape, path, 8192, 9_999), (damage.Kind, damage.File, damage.Sequence, damage.LastSequence));
        Assert.Contains("block 1, events 8192 to 9999", damage.What);
    }

    [Fact]
    public void A_tape_that_is_sound_but_another_one_is_found()
    {
        var directory = WriteRun();
        var path = JournalLayout.Tape(directory, 1);
        File.Delete(path);
        using (var tape = TapeWriter.Create(path, Samples.Universe))
        {
            tape.Append(Samples.Events(10_001).AsSpan(1));
        }

        Assert.Contains("block 0, 8192 market events from input 1 on as record 3 says, is another one", JournalVerifier.Verify(directory).Damage!.What);
    }

    [Fact]
    public void A_tape_cut_short_is_found()
    {
        var directory = WriteRun();
        using (var file = File.OpenWrite(JournalLayout.Tape(directory, 1)))
        {
            file.SetLength(file.Length - 64);
        }

        Assert.Contains("block 1, 1808 market events from input 8193 on as record 4 says, is missing", JournalVerifier.Verify(directory).Damage!.What);
    }

    [Fact]
    public void A_changed_input_file_is_found_and_a_missing_one_is_named()
    {
        var directory = WriteRun();
        var path = Directory.GetFiles(JournalLayout.Snapshots(directory)).Single();
        File.AppendAllText(path, " ");
        var damage = JournalVerifier.Verify(directory).Damage!;
        Assert.Equal((DamageKind.Snapshot, 2), (damage.Kind, damage.Sequence));
        File.Delete(path);
        var report = JournalVerifier.Verify(directory);
        Assert.True(report.IsIntact);
        Assert.Equal(["ema.cs"], report.SnapshotsMissing);
    }

    [Fact]
    public void A_run_s_header_is_read_alone()
    {
        Assert.Equal("ema-cross", JournalReader.ReadRun(WriteRun()).StrategyId);
        JournalWriter.Create(_temp.Sub("empty")).Dispose();
        Assert.Throws<JournalException>(() => JournalReader.ReadRun(_temp.Sub("empty")));
    }

    [Fact]
    public void Input_files_are_kept_once_and_come_back()
    {
        var store = new SnapshotStore(_temp);
        var first = store.Store("strategy-source", "a.cs", "class A;"u8);
        var second = store.Store("strategy-source", "b.cs", "class A;"u8);
        Assert.Equal(first.Sha256, second.Sha256);
        Assert.Equal("class A;"u8.ToArray(), store.Load(first.Sha256));
        Assert.Single(Directory.GetFiles(JournalLayout.Snapshots(_temp)));
        Assert.Throws<JournalException>(() => store.Load(default));
    }

    public void Dispose() => _temp.Dispose();

    private string WriteRun()
    {
        var directory = _temp.Sub("run");
        using var writer = JournalWriter.Create(directory);
        RecordCases.All[0].Append(writer, 0, default, 1);
        writer.Append(0, default, new SnapshotStore(directory).Store("strategy-source", "ema.cs", "class Ema;"u8));
        using (var tape = TapeWriter.Create(
            JournalLayout.Tape(directory, 1),
            Samples.Universe,
            b => writer.Append(b.FirstEvent + 1, b.FirstTime, new TapeBlock("000001.tape", b.Index, b.Count, b.FirstEvent + 1, b.Hash))))
        {
            tape.Append(Samples.Events(10_000));
        }

        writer.Append(10_000, Instant.FromUnixSeconds(1), new RunEnded(10_000, 0, 0, 0, 0, default));
        return directory;
    }
}
