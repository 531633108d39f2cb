using System.Buffers.Binary;

namespace Slipstream.Journal.Tests;

public sealed class DamageTests : IDisposable
{
    private readonly TemporaryDirectory _temp = new();

    [Fact]
    public void Every_flipped_bit_of_a_journal_is_found_and_its_record_named()
    {
        var directory = _temp.Sub("j");
        using (var writer = JournalWriter.Create(directory))
        {
            RecordCases.AppendMany(writer, 3, seed: 5);
            writer.Commit();
            RecordCases.AppendMany(writer, 3, seed: 6);
        }

        var segment = JournalLayout.Segment(directory, 1);
        var bytes = File.ReadAllBytes(segment);
        var owner = Owners(directory, bytes.Length);
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            using (var file = File.OpenHandle(segment, FileMode.Open, FileAccess.Write))
            {
                RandomAccess.Write(file, bytes, 0);
            }

            var damage = JournalVerifier.Verify(directory).Damage;
            Assert.True(damage is not null, $"bit {bit} was not found");
            Assert.True(damage.Sequence == owner[bit / 8], $"bit {bit} belongs to record {owner[bit / 8]}, found was {damage}");
            Assert.Contains($"ecord {owner[bit / 8]}", damage.What);
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    [Fact]
    public void Flipped_bits_in_a_journal_of_many_segments_are_found_and_their_records_named()
    {
        var directory = _temp.Sub("j");
        using (var writer = JournalWriter.Create(directory, new() { BlockBytes = 512, SegmentBytes = 4096 }))
        {
            RecordCases.AppendMany(writer, 300);
        }

        var random = new Random(1);
        for (var i = 0; i < 400; i++)
        {
            var index = random.Next(1, JournalLayout.LastSegment(directory) + 1);
            var segment = JournalLayout.Segment(directory, index);
            var bytes = File.ReadAllBytes(segment);
            var bit = random.Next(bytes.Length * 8);
            var expected = Owner(directory, segment, bit / 8);
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            File.WriteAllBytes(segment, bytes);
            var damage = JournalVerifier.Verify(directory).Damage;
            Assert.True(damage?.Sequence == expected && damage.File == segment, $"bit {bit} of segment {index}, record {expected}: {damage}");
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            File.WriteAllBytes(segment, bytes);
        }
    }

    [Fact]
    public void A_forged_record_with_mended_checksum_is_found_by_its_block()
    {
        var directory = Blocks(out var blocks);
        Forge(directory, blocks[1], mendHash: false);
        var damage = JournalVerifier.Verify(directory).Damage!;
        Assert.Equal(DamageKind.Chain, damage.Kind);
        Assert.Equal((4, 6), (damage.Sequence, damage.LastSequence));
        Assert.Contains("Block 1, records 4 to 6, does not match its hash", damage.What);
    }

    [Fact]
    public void A_forged_block_with_mended_hash_is_found_by_the_chain()
    {
        var directory = Blocks(out var blocks);
        Forge(directory, blocks[1], mendHash: true);
        var damage = JournalVerifier.Verify(directory).Damage!;
        Assert.Equal(DamageKind.Chain, damage.Kind);
        Assert.Equal((4, 6), (damage.Sequence, damage.LastSequence));
        Assert.Contains("not chained to the block before, records 4 to 6", damage.What);
    }

    [Fact]
    public void A_forged_last_block_changes_the_last_hash()
    {
        var directory = Blocks(out var blocks);
        var honest = JournalVerifier.Verify(directory).LastHash;
        Forge(directory, blocks[2], mendHash: true);
        Assert.NotEqual(honest, JournalVerifier.Verify(directory).LastHash);
    }

    [Fact]
    public void A_missing_block_is_found()
    {
        var directory = Blocks(out var blocks);
        var segment = JournalLayout.Segment(directory, 1);
        var bytes = File.ReadAllBytes(segment);
        File.WriteAllBytes(segment, [.. bytes[..blocks[1]], .. bytes[blocks[2]..]]);
        Assert.Equal((DamageKind.Chain, 4), (JournalVerifier.Verify(directory).Damage!.Kind, JournalVerifier.Verify(directory).Damage!.Sequence));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_missing_or_shortened_segment_is_found(int index)
    {
        var directory = _temp.Sub("j");
        using (var writer = JournalWriter.Create(directory, new() { BlockBytes = 512, SegmentBytes = 2048 }))
        {
            RecordCases.AppendMany(writer, 60);
        }

        var copy = _temp.CopyOf(directory);
        File.Delete(JournalLayout.Segment(copy, index));
        Assert.Equal(DamageKind.Segment, JournalVerifier.Verify(copy).Damage!.Kind);

        using (var file = File.OpenWrite(JournalLayout.Segment(directory, index)))
        {
            file.SetLength(file.Length - 1);
        }

        Assert.Equal(DamageKind.Segment, JournalVerifier.Verify(directory).Damage!.Kind);
    }

    [Fact]
    public void A_segment_of_another_journal_is_found()
    {
        var directory = _temp.Sub("j");
        var other = _temp.Sub("other");
        foreach (var (path, seed) in new[] { (directory, 1), (other, 2) })
        {
            using var writer = JournalWriter.Create(path, new() { BlockBytes = 512, SegmentBytes = 2048 });
            RecordCases.AppendMany(writer, 100, seed);
        }

        File.Copy(JournalLayout.Segment(other, 2), JournalLayout.Segment(directory, 2), overwrite: true);
        Assert.Equal(DamageKind.Chain, JournalVerifier.Verify(directory).Damage!.Kind);
    }

    public void Dispose() => _temp.Dispose();

    private static long[] Owners(string directory, int length)
    {
        var segment = JournalLayout.Segment(directory, 1);
        return [.. Enumerable.Range(0, length).Select(at => Owner(directory, segment, at))];
    }

    /// <summary>The record that a byte belongs to: a header belongs to the record after it.</summary>
    private static long Owner(string directory, string segment, int at)
    {
        using var reader = JournalReader.Open(directory);
        while (reader.Read())
        {
            if (reader.Segment == segment && reader.Offset + reader.Current.Bytes.Length > at)
            {
                return reader.Current.Sequence;
            }
        }

        throw new InvalidOperationException($"No record holds byte {at} of {segment}.");
    }

    private string Blocks(out List<int> offsets)
    {
        var directory = _temp.Sub("j");
        offsets = [];
        using var writer = JournalWriter.Create(directory);
        for (var i = 0; i < 3; i++)
        {
            offsets.Add((int)new FileInfo(JournalLayout.Segment(directory, 1)).Length);
            for (var k = 0; k < 3; k++)
            {
                writer.Append(k, default, new Command("halt", "{}"));
            }

            writer.Commit();
        }

        return directory;
    }

    /// <summary>Changes the first record's payload as somebody would who knows the format.</summary>
    private static void Forge(string directory, int block, bool mendHash)
    {
        var segment = JournalLayout.Segment(directory, 1);
        var bytes = File.ReadAllBytes(segment);
        var record = bytes.AsSpan(block + BlockHeader.Size);
        record = record[..BinaryPrimitives.ReadInt32LittleEndian(record)];
        record[RecordHeader.Size + 4] = (byte)'s';
        BinaryPrimitives.WriteUInt32LittleEndian(record[4..], RecordHeader.ChecksumOf(record));
        if (mendHash)
        {
            var whole = bytes.AsSpan(block);
            whole = whole[..(BlockHeader.Size + BinaryPrimitives.ReadInt32LittleEndian(whole[72..]))];
            BlockHeader.WriteSeal(whole, ContentHash.Of(whole[BlockHeader.HashedFrom..]));
        }

        File.WriteAllBytes(segment, bytes);
    }
}
