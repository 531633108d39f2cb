using FsCheck;
using FsCheck.Fluent;

namespace Slipstream.Journal.Tests;

public sealed class RecoveryTests : IDisposable
{
    private static readonly JournalOptions _small = new() { BlockBytes = 512, SegmentBytes = 4096 };
    private readonly TemporaryDirectory _temp = new();

    [Fact]
    public void Cut_at_any_byte_of_the_last_block_the_journal_keeps_all_before_it_verifies_and_goes_on()
    {
        var directory = _temp.Sub("j");
        var ends = WriteBlocks(directory, blocks: 3);
        var all = ListSink.Read(directory);
        var segment = JournalLayout.Segment(directory, 1);
        var bytes = File.ReadAllBytes(segment);
        for (var length = ends[1].Position; length < ends[2].Position; length++)
        {
            File.WriteAllBytes(segment, bytes[..(int)length]);
            var torn = JournalVerifier.Verify(directory);
            Assert.True(torn.IsIntact, $"cut at {length}: {torn.Damage}");
            Assert.Equal(ends[1].Sequence, torn.Records);
            Assert.Equal(length - ends[1].Position, torn.TornTailBytes);

            using (var writer = JournalWriter.Recover(directory))
            {
                Assert.Equal(ends[1].Sequence, writer.Sequence);
                Assert.Equal(ends[1].Position, new FileInfo(segment).Length);
                RecordCases.AppendMany(writer, 3, seed: 9);
            }

            Assert.Equal(0, JournalVerifier.Verify(directory).TornTailBytes);
            var now = ListSink.Read(directory);
            Assert.Equal(all.Take((int)ends[1].Sequence), now.Take((int)ends[1].Sequence));
            Assert.Equal(ends[1].Sequence + 3, now.Count);
        }
    }

    [Fact]
    public void Cut_at_any_byte_of_a_new_segment_the_journal_goes_on_from_the_segment_before()
    {
        var directory = _temp.Sub("j");
        using (var writer = JournalWriter.Create(directory, _small))
        {
            RecordCases.AppendMany(writer, 60);
        }

        var last = JournalLayout.LastSegment(directory);
        var segment = JournalLayout.Segment(directory, last);
        var bytes = File.ReadAllBytes(segment);
        Assert.True(last > 1);
        for (var length = 0; length < bytes.Length; length += length < 2 * SegmentHeader.Size ? 1 : 13)
        {
            var copy = _temp.CopyOf(directory);
            File.WriteAllBytes(JournalLayout.Segment(copy, last), bytes[..length]);
            var kept = JournalVerifier.Verify(copy);
            Assert.True(kept.IsIntact, $"cut at {length}: {kept.Damage}");
            using (var writer = JournalWriter.Recover(copy, _small))
            {
                Assert.Equal(kept.Records, writer.Sequence);
                RecordCases.AppendMany(writer, 20, seed: 3);
            }

            var report = JournalVerifier.Verify(copy);
            Assert.True(report.IsIntact, $"cut at {length}: {report.Damage}");
            Assert.Equal(kept.Records + 20, report.Records);
            Directory.Delete(copy, recursive: true);
        }
    }

    [Fact]
    public void Zeros_behind_the_last_block_as_a_power_cut_leaves_them_are_a_torn_tail()
    {
        var directory = _temp.Sub("j");
        var ends = WriteBlocks(directory, blocks: 2);
        using (var file = File.OpenWrite(JournalLayout.Segment(directory, 1)))
        {
            file.SetLength(file.Length + 8192);
        }

        Assert.Equal(8192, JournalVerifier.Verify(directory).TornTailBytes);
        using (var writer = JournalWriter.Recover(directory))
        {
            Assert.Equal(ends[^1].Sequence, writer.Sequence);
        }

        Assert.Equal(0, JournalVerifier.Verify(directory).TornTailBytes);
    }

    [Fact]
    public void Damage_is_never_cut_as_if_it_were_torn()
    {
        var directory = _temp.Sub("j");
        var ends = WriteBlocks(directory, blocks: 3);
        var segment = JournalLayout.Segment(directory, 1);
        var bytes = File.ReadAllBytes(segment);
        bytes[ends[1].Position + 200] ^= 1;
        File.WriteAllBytes(segment, bytes);
        Assert.Throws<JournalCorruptException>(() => JournalWriter.Recover(directory));
        Assert.Equal(bytes, File.ReadAllBytes(segment));
    }

    [Fact]
    public void What_was_not_committed_may_be_lost_what_was_is_not()
    {
        var directory = _temp.Sub("j");
        var writer = JournalWriter.Create(directory);
        RecordCases.AppendMany(writer, 10);
        writer.Commit();
        RecordCases.AppendMany(writer, 5);

        // As a killed process leaves it: the writer is not disposed before the files are read.
        var copy = _temp.CopyOf(directory);
        writer.Dispose();
        Assert.Equal(10, JournalVerifier.Verify(copy).Records);
        using var recovered = JournalWriter.Recover(copy);
        Assert.Equal(10, recovered.Sequence);
        Assert.Equal(10, recovered.Committed);
    }

    [Fact]
    public void After_a_commit_every_record_is_in_the_file_full_blocks_and_all()
    {
        var directory = _temp.Sub("j");
        using var writer = JournalWriter.Create(directory, _small);
        for (var i = 0; i < 30; i++)
        {
            RecordCases.AppendMany(writer, 100, seed: i);
            writer.Commit();
            Assert.Equal(writer.Committed, JournalVerifier.Verify(directory).Records);
        }
    }

    [Fact]
    public void Whatever_is_appended_committed_torn_and_recovered_the_journal_equals_the_list_of_what_was_kept() =>
        Prop.ForAll<int>(seed =>
        {
            var random = new Random(seed);
            var directory = _temp.Sub(Guid.NewGuid().ToString("N"));
            var options = new JournalOptions { BlockBytes = random.Next(256, 2048), SegmentBytes = random.Next(1024, 20_000) };
            JournalWriter.Create(directory, options).Dispose();
            var kept = new List<string>();
            for (var round = 0; round < 4; round++)
            {
                using (var writer = JournalWriter.Recover(directory, options))
                {
                    Assert.Equal(kept.Count, writer.Sequence);
                    RecordCases.AppendMany(writer, random.Next(60), random.Next());
                }

                var all = ListSink.Read(directory);
                Assert.Equal(kept, all.Take(kept.Count));
                using (var last = File.OpenWrite(JournalLayout.Segment(directory, JournalLayout.LastSegment(directory))))
                {
                    last.SetLength(random.NextInt64(last.Length + 1));
                }

                kept = ListSink.Read(directory);
                Assert.Equal(all.Take(kept.Count), kept);
                Assert.True(JournalVerifier.Verify(directory).IsIntact);
            }
        }).QuickCheckThrowOnFailure();

    public void Dispose() => _temp.Dispose();

    private static List<(long Position, long Sequence)> WriteBlocks(string directory, int blocks)
    {
        var ends = new List<(long, long)>();
        using var writer = JournalWriter.Create(directory);
        for (var i = 0; i < blocks; i++)
        {
            RecordCases.AppendMany(writer, 2, seed: i);
            writer.Commit();
            ends.Add((new FileInfo(JournalLayout.Segment(directory, 1)).Length, writer.Sequence));
        }

        return ends;
    }
}
