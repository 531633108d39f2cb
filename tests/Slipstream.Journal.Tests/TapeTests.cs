using System.Runtime.InteropServices;
using FsCheck;
using FsCheck.Fluent;
using Slipstream.Domain;

namespace Slipstream.Journal.Tests;

public sealed class TapeTests : IDisposable
{
    private readonly TemporaryDirectory _temp = new();

    [Fact]
    public void Events_come_back_byte_for_byte_whatever_the_blocks_and_the_reader_s_room() =>
        Prop.ForAll<int>(seed =>
        {
            var random = new Random(seed);
            var events = Samples.Events(random.Next(20_000));
            var path = _temp.Sub($"{Guid.NewGuid():N}.tape");
            var blocks = Write(path, events, random);
            Assert.Equal(events.Length, blocks.Sum(b => b.Count));

            using var reader = TapeReader.Open(path);
            var back = new List<MarketEvent>();
            var room = new MarketEvent[random.Next(1, 10_000)];
            for (int read; (read = reader.Read(room)) > 0;)
            {
                back.AddRange(room[..read]);
            }

            RequireSame(events, CollectionsMarshal.AsSpan(back));
            Assert.Equal(blocks.Count == 0 ? reader.DatasetHash : blocks[^1].Hash, Tape.Describe(path).DatasetHash);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Whole_blocks_are_read_without_copying_and_without_allocating()
    {
        var path = _temp.Sub("a.tape");
        var events = Samples.Events(30_000);
        Write(path, events);
        using var reader = TapeReader.Open(path);
        var room = new MarketEvent[100];
        Assert.Equal(100, reader.Read(room));
        var read = 100;
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var block = reader.ReadBlock(); !block.IsEmpty; block = reader.ReadBlock())
        {
            read += block.Length;
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(30_000, read);
    }

    [Fact]
    public void Appending_allocates_nothing()
    {
        using var tape = TapeWriter.Create(_temp.Sub("a.tape"), Samples.Universe);
        var tick = Samples.Event(1);
        for (var i = 0; i < 10_000; i++)
        {
            tape.Append(tick);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100_000; i++)
        {
            tape.Append(tick);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void A_description_tells_instruments_events_times_and_identity()
    {
        var path = _temp.Sub("a.tape");
        Write(path, Samples.Events(10_000));
        var tape = Tape.Describe(path);
        Assert.Equal(10_000, tape.Events);
        Assert.Equal(2, tape.Blocks);
        Assert.Equal(Samples.Event(0).Time, tape.FirstTime);
        Assert.Equal(Samples.Event(9_999).Time, tape.LastTime);
        Assert.True(Samples.Universe.Instruments.SequenceEqual(tape.Universe.Instruments));
        Assert.Equal(tape.DatasetHash, Tape.Verify(path).DatasetHash);
    }

    [Fact]
    public void The_dataset_hash_follows_from_events_and_instruments()
    {
        ContentHash HashOf(Universe universe, int events)
        {
            var path = _temp.Sub($"{Guid.NewGuid():N}.tape");
            using (var tape = TapeWriter.Create(path, universe))
            {
                tape.Append(Samples.Events(events));
            }

            return Tape.Describe(path).DatasetHash;
        }

        var other = new Universe(Samples.Universe.Instruments.ToArray().Select(i => i with { TickSize = PriceMove.Parse("0.5") }));
        Assert.Equal(HashOf(Samples.Universe, 100), HashOf(Samples.Universe, 100));
        Assert.NotEqual(HashOf(Samples.Universe, 100), HashOf(Samples.Universe, 101));
        Assert.NotEqual(HashOf(Samples.Universe, 100), HashOf(other, 100));
        Assert.NotEqual(HashOf(Samples.Universe, 0), HashOf(other, 0));
    }

    [Fact]
    public void Every_flipped_bit_of_a_tape_is_found_and_its_block_named()
    {
        var path = _temp.Sub("a.tape");
        using (var tape = TapeWriter.Create(path, new([Samples.Universe.Instruments[0]])))
        {
            tape.Append(Samples.Events(3).Select(e => e.For(new(0))).ToArray());
            tape.SealBlock();
            tape.Append(Samples.Events(2).Select(e => e.For(new(0))).ToArray());
        }

        var bytes = File.ReadAllBytes(path);
        var second = bytes.Length - TapeBlockHeader.Size - (2 * MarketEvent.SizeInBytes);
        var first = second - TapeBlockHeader.Size - (3 * MarketEvent.SizeInBytes);
        // Of the file header one bit a byte, of the blocks all.
        for (var bit = 0; bit < bytes.Length * 8; bit += bit / 8 < first ? 9 : 1)
        {
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            File.WriteAllBytes(path, bytes);
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            var e = Record.Exception(() => Tape.Verify(path));
            var damage = Assert.IsType<JournalCorruptException>(e).Damage;
            Assert.Equal(DamageKind.Tape, damage.Kind);
            if (bit / 8 >= first)
            {
                var block = bit / 8 >= second ? 1 : 0;
                Assert.Equal(block == 1 ? 3 : 0, damage.Sequence);
                Assert.Contains($"block {block}", damage.What);
            }
        }
    }

    [Fact]
    public void Cut_at_any_byte_a_tape_keeps_its_whole_blocks()
    {
        var path = _temp.Sub("a.tape");
        using (var tape = TapeWriter.Create(path, Samples.Universe))
        {
            tape.Append(Samples.Events(3));
            tape.SealBlock();
            tape.Append(Samples.Events(2));
        }

        var bytes = File.ReadAllBytes(path);
        var second = bytes.Length - TapeBlockHeader.Size - (2 * MarketEvent.SizeInBytes);
        for (var length = second; length < bytes.Length; length++)
        {
            File.WriteAllBytes(path, bytes[..length]);
            var tape = Tape.Verify(path);
            Assert.Equal((3, length - second), (tape.Events, tape.TornBytes));
            using var reader = TapeReader.Open(path);
            Assert.Equal(3, reader.Read(new MarketEvent[10]));
        }
    }

    [Fact]
    public void A_reader_follows_a_tape_that_grows()
    {
        var path = _temp.Sub("a.tape");
        using var tape = TapeWriter.Create(path, Samples.Universe);
        using var reader = TapeReader.Open(path);
        Assert.True(reader.ReadBlock().IsEmpty);
        tape.Append(Samples.Events(5));
        Assert.True(reader.ReadBlock().IsEmpty);
        Assert.Equal(5, tape.SealBlock()!.Value.Count);
        Assert.Equal(5, reader.ReadBlock().Length);
        Assert.Null(tape.SealBlock());
        Assert.True(reader.ReadBlock().IsEmpty);
    }

    [Fact]
    public void A_tape_is_not_written_over_and_another_file_is_no_tape()
    {
        var path = _temp.Sub("a.tape");
        Write(path, Samples.Events(1));
        Assert.Equal(path, Assert.Throws<JournalException>(() => TapeWriter.Create(path, Samples.Universe)).Path);
        File.WriteAllText(path, "time,open,high,low,close,volume and some more text");
        Assert.Contains("no tape", Assert.Throws<JournalCorruptException>(() => TapeReader.Open(path)).Message);
        Assert.Throws<JournalException>(() => TapeReader.Open(_temp.Sub("none.tape")));
    }

    public void Dispose() => _temp.Dispose();

    private static List<SealedTapeBlock> Write(string path, MarketEvent[] events, Random? random = null)
    {
        var blocks = new List<SealedTapeBlock>();
        using (var tape = TapeWriter.Create(path, Samples.Universe, blocks.Add))
        {
            for (var at = 0; at < events.Length;)
            {
                var count = Math.Min(random?.Next(1, 12_000) ?? events.Length, events.Length - at);
                tape.Append(events.AsSpan(at, count));
                at += count;
                if (random?.Next(3) == 0)
                {
                    tape.SealBlock();
                }
            }

            tape.Flush();
        }

        return blocks;
    }

    private static void RequireSame(ReadOnlySpan<MarketEvent> expected, ReadOnlySpan<MarketEvent> actual) =>
        Assert.True(MemoryMarshal.AsBytes(expected).SequenceEqual(MemoryMarshal.AsBytes(actual)));
}
