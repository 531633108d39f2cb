using System.Text.Json;
using Slipstream.Journal;

namespace Slipstream.Host.Tests.EndToEnd;

public sealed class TamperingTests(FinishedRun run) : IClassFixture<FinishedRun>
{
    // In an intent's payload the quantity begins here: id, time, decision, kind, instrument, side.
    private const int IntentQuantity = 8 + 8 + 8 + 1 + 2 + 1;

    private readonly string _copy = Guid.NewGuid().ToString("N");

    [Theory]
    [InlineData("Nothing", 0)]
    [InlineData("Checksum", 20)]
    [InlineData("Block", 30)]
    public void A_flipped_bit_of_a_segment_is_found_and_named(string mend, int intent)
    {
        var sequence = Forge(RecordType.Intent, intent, IntentQuantity, Enum.Parse<JournalForger.Mend>(mend));

        var json = run.Shell.Run("verify", _copy, "--json").Expect(4).Json;
        var damage = json.GetProperty("damage");
        var (first, last) = (damage.GetProperty("sequence").GetInt64(), damage.GetProperty("lastSequence").GetInt64());

        Assert.False(json.GetProperty("intact").GetBoolean());
        Assert.Empty(JsonSchemaCheck.Errors(run.Shell.Run("schema", "verify-result").Out, json));
        Assert.Contains("journal-000001.slj", damage.GetProperty("file").GetString(), StringComparison.Ordinal);
        if (mend == "Nothing")
        {
            Assert.Equal((sequence, sequence), (first, last));
            run.Shell.Run("verify", _copy).Expect(4).Says($"DAMAGED: Record {sequence} is damaged");
        }
        else if (mend == "Checksum")
        {
            Assert.InRange(sequence, first, last);
        }

        // A replay may diverge at the record before it comes to the block whose link is broken.
        var replay = run.Shell.Run("replay", _copy);
        Assert.True(mend == "Block" ? replay.Code is 3 or 4 : replay.Refuses(4, "journal-000001.slj, byte ").Code == 4, replay.Out);
        run.Shell.Run("journal", _copy).Refuses(4, "journal-000001.slj, byte ");
    }

    [Theory]
    [InlineData(RecordType.Intent, IntentQuantity)]
    [InlineData(RecordType.Decision, -9)]
    [InlineData(RecordType.Order, 20)]
    [InlineData(RecordType.Fill, -8)]
    public void A_forger_who_mends_everything_is_convicted_by_the_replay(RecordType type, int payloadByte)
    {
        var sequence = Forge(type, 20, payloadByte, JournalForger.Mend.Everything);
        run.Shell.Run("verify", _copy).Expect(0);

        var json = run.Shell.Run("replay", _copy, "--json").Expect(3).Json;
        var divergence = json.GetProperty("firstDivergence");
        var (expected, actual) = (divergence.GetProperty("expected"), divergence.GetProperty("actual"));

        Assert.Empty(JsonSchemaCheck.Errors(run.Shell.Run("schema", "replay-result").Out, json));
        Assert.Equal(sequence, divergence.GetProperty("sequence").GetInt64());
        Assert.Equal((sequence, sequence), (expected.GetProperty("sequence").GetInt64(), actual.GetProperty("sequence").GetInt64()));
        Assert.Equal(expected.GetProperty("type").GetString(), actual.GetProperty("type").GetString());
        Assert.False(JsonElement.DeepEquals(expected, actual));
        run.Shell.Run("replay", _copy).Expect(3).Says($"DIVERGED at record {sequence}", "journal: {", "replay:  {");
    }

    [Fact]
    public void A_flipped_bit_of_the_tape_is_found()
    {
        var tape = Path.Combine(run.CopyJournal(_copy), "tapes", "000001.tape");
        Flip(tape, (int)new FileInfo(tape).Length / 2);

        run.Shell.Run("verify", _copy).Expect(4).Says("DAMAGED: The tape", "000001.tape");
        Assert.Equal("000001.tape", Path.GetFileName(run.Shell.Run("verify", _copy, "--json").Expect(4).Json.GetProperty("damage").GetProperty("file").GetString()));
        run.Shell.Run("replay", _copy).Refuses(4, "000001.tape");
    }

    [Fact]
    public void A_random_flip_anywhere_in_the_folder_never_passes()
    {
        var random = new Random(11);
        var files = new[] { "journal-000001.slj", "tapes/000001.tape" };
        run.CopyJournal(_copy);
        for (var i = 0; i < 60; i++)
        {
            var file = run.Shell.Path($"{_copy}/{files[i % 2]}");
            var at = random.Next((int)new FileInfo(file).Length);
            Flip(file, at);

            var report = JournalVerifier.Verify(run.Shell.Path(_copy));

            Assert.False(report.IsIntact, $"{file}: the flip at byte {at} was not found.");
            Flip(file, at);
        }

        Assert.True(JournalVerifier.Verify(run.Shell.Path(_copy)).IsIntact);
    }

    [Fact]
    public void Market_data_that_retention_dropped_leave_a_whole_journal_that_cannot_be_replayed()
    {
        Directory.Delete(Path.Combine(run.CopyJournal(_copy), "tapes"), recursive: true);

        run.Shell.Run("verify", _copy).Expect(0).Says("retired: 000001.tape", "intact");
        Assert.Equal(1, run.Shell.Run("verify", _copy, "--json").Expect(0).Json.GetProperty("tapesRetired").GetArrayLength());
        run.Shell.Run("replay", _copy).Expect(2).Says("inputs retired");
        Assert.Contains("inputs retired", run.Shell.Run("replay", _copy, "--json").Json.GetProperty("note").GetString(), StringComparison.Ordinal);
        Assert.True(run.Shell.Run("journal", _copy, "--type", "fill").Expect(0).Lines.Count > 50);
    }

    [Fact]
    public void A_tape_that_was_cut_is_damage_and_a_journal_that_was_cut_is_torn()
    {
        var directory = run.CopyJournal(_copy);
        var (tape, segment) = (Path.Combine(directory, "tapes", "000001.tape"), Path.Combine(directory, "journal-000001.slj"));
        var (wholeTape, whole) = (File.ReadAllBytes(tape), File.ReadAllBytes(segment));

        File.WriteAllBytes(tape, wholeTape[..(wholeTape.Length / 2)]);
        run.Shell.Run("verify", _copy).Expect(4).Says("000001.tape");
        Assert.NotEqual(0, run.Shell.Run("replay", _copy).Code);
        File.WriteAllBytes(tape, wholeTape);

        File.WriteAllBytes(segment, whole[..^100]);
        run.Shell.Run("verify", _copy).Expect(0).Says("not closed", "torn tail:", "intact");
        run.Shell.Run("replay", _copy).Expect(0).Says("as far as the journal goes");
    }

    private static void Flip(string file, int at)
    {
        var bytes = File.ReadAllBytes(file);
        bytes[at] ^= 0x10;
        File.WriteAllBytes(file, bytes);
    }

    private long Forge(RecordType type, int n, int payloadByte, JournalForger.Mend mend)
    {
        var segment = Path.Combine(run.CopyJournal(_copy), "journal-000001.slj");
        var bytes = File.ReadAllBytes(segment);
        var (sequence, at) = JournalForger.Find(bytes, type, n);
        JournalForger.Forge(bytes, at, payloadByte, mend);
        File.WriteAllBytes(segment, bytes);
        return sequence;
    }
}
