using Slipstream.Domain;
using Slipstream.Journal;
using Slipstream.Runtime.Replays;
using Slipstream.Runtime.Tests.Runs.Rig;

namespace Slipstream.Runtime.Tests.Replays;

/// <summary>A journal cut at any byte is replayed as far as it goes.</summary>
public class KilledRunTests
{
    [Theory]
    [InlineData("bars", false)]
    [InlineData("bars", true)]
    [InlineData("ticks", true)]
    public void A_journal_cut_at_any_byte_is_replayed_as_far_as_it_goes(string market, bool recover)
    {
        using var folder = new TemporaryFolder();
        var data = market == "bars" ? Markets.Bars(11, 2, 20_000) : Markets.Ticks(11, 20_000);
        TestRun.Execute(TestStrategy.Own<RandomTrader>(("Activity", 0.2)), data, folder["whole"], ("account.cash", 1_000_000), ("execution.latency.model", market == "bars" ? "none" : "fixed"));
        var segment = JournalLayout.Segment(folder["whole"], 1);
        var bytes = File.ReadAllBytes(segment);
        var whole = JournalRecord.All(folder["whole"]).Count;
        var random = new SeededRandom(7);
        var matched = new SortedDictionary<int, long>();
        for (var i = 0; i < 12; i++)
        {
            // The header record's block is whole: before that there is nothing to replay.
            var cut = i == 0 ? bytes.Length - 1 : 70_000 + (int)random.NextBelow(bytes.Length - 70_000);
            var name = $"cut-{i}";
            Copy(folder["whole"], folder[name]);
            File.WriteAllBytes(JournalLayout.Segment(folder[name], 1), bytes[..cut]);
            if (recover)
            {
                JournalWriter.Recover(folder[name]).Dispose();
            }

            var replay = ReplayRun.Execute(folder[name]);
            Assert.Null(replay.FirstDivergence);
            Assert.Equal(replay.Records, replay.Matched);
            Assert.Contains("not closed", replay.Note);
            Assert.InRange(replay.Records, 1, whole - 1);
            matched[cut] = replay.Matched;
        }

        Assert.Equal(matched.Values.Order(), matched.Values);
        Assert.True(matched.Values.Distinct().Count() > 3, "all cuts fell into one block");
    }

    [Fact]
    public void A_journal_of_nothing_but_its_header_is_replayed()
    {
        using var folder = new TemporaryFolder();
        var name = TestStrategy.Own<RandomTrader>(("FailAt", 1));
        Assert.ThrowsAny<Exception>(() => TestRun.Execute(name, Markets.Bars(1, 1, 10), folder["j"]));
        var replay = ReplayRun.Execute(folder["j"]);
        Assert.Null(replay.FirstDivergence);
        Assert.Equal(0, replay.Events);
        Assert.Contains("not closed", replay.Note);
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
