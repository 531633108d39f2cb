using System.Text.Json.Nodes;
using Slipstream.Domain;

namespace Slipstream.Journal.Tests.Golden;

/// <summary>Files written once and kept: today's code must read them and write the same bytes. Made anew, on purpose only, with SLIPSTREAM_WRITE_GOLDEN=1.</summary>
public sealed class GoldenTests : IDisposable
{
    private static readonly JournalOptions _options = new() { BlockBytes = 1024, SegmentBytes = 1 << 20 };
    private readonly TemporaryDirectory _temp = new();

    public GoldenTests()
    {
        if (Environment.GetEnvironmentVariable("SLIPSTREAM_WRITE_GOLDEN") == "1" && !File.Exists(Source("v1.slj")))
        {
            WriteGolden();
        }
    }

    [Fact]
    public void The_golden_journal_holds_every_record_type_and_is_intact()
    {
        var directory = Open();
        using var reader = JournalReader.Open(directory);
        var types = new HashSet<RecordType>();
        while (reader.Read())
        {
            types.Add(reader.Current.Type);
        }

        Assert.Equal(Enum.GetValues<RecordType>().Order(), types.Order());
        Assert.True(JournalVerifier.Verify(directory).IsIntact);
    }

    [Fact]
    public void Decoded_and_written_again_the_golden_journal_has_the_same_bytes()
    {
        var again = _temp.Sub("again");
        using (var reader = JournalReader.Open(Open()))
        using (var writer = JournalWriter.Create(again, _options))
        {
            while (reader.Read())
            {
                RecordCases.For(reader.Current.Type).AppendDecoded(writer, reader.Current);
            }
        }

        Assert.Equal(File.ReadAllBytes(Source("v1.slj")), File.ReadAllBytes(JournalLayout.Segment(again, 1)));
    }

    [Fact]
    public void The_golden_journal_still_means_the_same()
    {
        var expected = File.ReadAllLines(Source("v1.jsonl"));
        var actual = SchemaTests.Json(Open());
        Assert.Equal(expected.Length, actual.Count);
        Assert.All(expected.Zip(actual), pair => Assert.True(JsonNode.DeepEquals(JsonNode.Parse(pair.First), pair.Second), pair.Second.ToJsonString()));
    }

    [Fact]
    public void Read_and_written_again_the_golden_tape_has_the_same_bytes()
    {
        var again = _temp.Sub("again.tape");
        using (var reader = TapeReader.Open(Source("v1.tape")))
        using (var writer = TapeWriter.Create(again, reader.Universe))
        {
            for (var block = reader.ReadBlock(); !block.IsEmpty; block = reader.ReadBlock())
            {
                writer.Append(block);
                writer.SealBlock();
            }
        }

        Assert.Equal(File.ReadAllBytes(Source("v1.tape")), File.ReadAllBytes(again));
    }

    public void Dispose() => _temp.Dispose();

    private static string Source(string name)
    {
        // Source paths are mapped to /_/ in builds, so the file is found from the binary.
        var directory = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(directory, "Slipstream.Journal.Tests.csproj")))
        {
            directory = Path.GetDirectoryName(directory) ?? throw new InvalidOperationException($"The tests' project is not above {AppContext.BaseDirectory}.");
        }

        return Path.Combine(directory, "Golden", name);
    }

    private static void WriteGolden()
    {
        using var temp = new TemporaryDirectory();
        var directory = temp.Sub("j");
        using (var writer = JournalWriter.Create(directory, _options))
        {
            for (var i = 0; i < RecordCases.All.Count; i++)
            {
                RecordCases.All[i].Append(writer, i, Instant.FromUtc(2024, 5, 1, 12, 0, i), seed: 100 + i);
            }
        }

        File.Copy(JournalLayout.Segment(directory, 1), Source("v1.slj"));
        File.WriteAllLines(Source("v1.jsonl"), SchemaTests.Json(directory).Select(line => line.ToJsonString()));
        using var tape = TapeWriter.Create(Source("v1.tape"), Samples.Universe);
        var (id, time) = (new InstrumentId(1), Instant.FromUtc(2024, 5, 1, 12));
        tape.Append(Samples.Events(3));
        tape.SealBlock();
        tape.Append(MarketEvent.OfQuote(id, time, time + Duration.FromMillis(3), Price.Parse("99.5"), Price.Parse("100.5"), 1.5, 2.5));
        tape.Append(MarketEvent.OfTrade(id, time, time, Price.Parse("100"), 0.25, Side.Sell, 42));
        tape.Append(MarketEvent.OfBookChange(id, time, time, Side.Buy, Price.Parse("99"), 3, 43, MarketEventFlags.SnapshotStart | MarketEventFlags.EndOfMessage));
        tape.Append(MarketEvent.OfFunding(id, time, Rate.Parse("0.0001"), Price.Parse("100.01")));
    }

    private string Open()
    {
        var directory = _temp.Sub("golden");
        Directory.CreateDirectory(directory);
        File.Copy(Source("v1.slj"), JournalLayout.Segment(directory, 1));
        return directory;
    }
}
