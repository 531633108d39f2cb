using Slipstream.Domain;

namespace Slipstream.Journal.Tests;

public sealed class JournalWriterTests : IDisposable
{
    private readonly TemporaryDirectory _temp = new();

    [Theory]
    [InlineData(Durability.Buffered)]
    [InlineData(Durability.Fsync)]
    public void Records_come_back_in_order_and_without_gaps_whatever_the_commits(Durability durability)
    {
        var directory = _temp.Sub("j");
        using (var writer = JournalWriter.Create(directory, new() { Durability = durability, BlockBytes = 1024 }))
        {
            for (var i = 0; i < 20; i++)
            {
                RecordCases.AppendMany(writer, i, seed: i);
                writer.Commit();
                Assert.Equal(writer.Sequence, writer.Committed);
            }
        }

        using var expected = new ListSink();
        for (var i = 0; i < 20; i++)
        {
            RecordCases.AppendMany(expected, i, seed: i);
        }

        Assert.Equal(expected.Records, ListSink.Read(directory));
        Assert.True(JournalVerifier.Verify(directory).IsIntact);
    }

    [Fact]
    public void Segments_roll_at_their_size_and_are_read_as_one_journal()
    {
        var directory = _temp.Sub("j");
        using (var writer = JournalWriter.Create(directory, new() { BlockBytes = 512, SegmentBytes = 4096 }))
        {
            RecordCases.AppendMany(writer, 500);
        }

        var report = JournalVerifier.Verify(directory);
        Assert.True(report.IsIntact);
        Assert.Equal(500, report.Records);
        Assert.True(report.Segments > 10);
        Assert.Equal(JournalLayout.LastSegment(directory), report.Segments);
        Assert.Equal(Directory.GetFiles(directory, "*.slj").Sum(f => new FileInfo(f).Length), report.Bytes);
    }

    [Fact]
    public void A_record_larger_than_a_block_and_than_a_segment_gets_a_block_of_its_own()
    {
        var directory = _temp.Sub("j");
        var large = new Command("configure", $"\"{new string('x', 10_000)}\"");
        using (var writer = JournalWriter.Create(directory, new() { BlockBytes = 512, SegmentBytes = 2048 }))
        {
            writer.Append(1, default, new Command("a", "1"));
            writer.Append(2, default, large);
            writer.Append(3, default, new Command("b", "2"));
        }

        using var reader = JournalReader.Open(directory);
        Assert.True(reader.Read() && reader.Read());
        Assert.Equal(large, reader.Current.Decode<CommandCodec, Command>());
        Assert.True(reader.Read());
        Assert.Equal("b", reader.Current.Decode<CommandCodec, Command>().Kind);
        Assert.False(reader.Read());
        Assert.Equal(3, JournalVerifier.Verify(directory).Blocks);
    }

    [Fact]
    public void Appending_allocates_nothing()
    {
        using var writer = JournalWriter.Create(_temp.Sub("j"));
        var (decision, intent, order, report, fill) = Lineage();
        void AppendAll(int count)
        {
            for (var i = 0; i < count; i++)
            {
                writer.Append(i, decision.Time, decision);
                writer.Append(i, decision.Time, intent);
                writer.Append(i, decision.Time, order);
                writer.Append(i, decision.Time, report);
                writer.Append(i, decision.Time, fill);
                writer.Append(i, decision.Time, new CancelSent(order.Id, intent.Id));
                writer.Append(i, decision.Time, new StateHash(default));
            }
        }

        // The first round makes the blocks that go round, and the thread behind.
        AppendAll(30_000);
        writer.Commit();
        var before = GC.GetAllocatedBytesForCurrentThread();
        AppendAll(30_000);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Reading_allocates_nothing_per_record()
    {
        var directory = _temp.Sub("j");
        using (var writer = JournalWriter.Create(directory))
        {
            for (var i = 0; i < 5_000; i++)
            {
                writer.Append(i, default, new TimerFired(i, default));
            }
        }

        using var reader = JournalReader.Open(directory);
        Assert.True(reader.Read());
        var sum = 0L;
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 1; i < 1_000; i++)
        {
            reader.Read();
            sum += reader.Current.Sequence + reader.Current.Payload.Length;
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.NotEqual(0, sum);
    }

    [Fact]
    public void A_directory_that_holds_a_journal_is_not_written_over()
    {
        JournalWriter.Create(_temp.Sub("j")).Dispose();
        var e = Assert.Throws<JournalException>(() => JournalWriter.Create(_temp.Sub("j")));
        Assert.Contains("holds a journal already", e.Message);
    }

    [Fact]
    public void Two_writers_never_share_a_journal()
    {
        using var first = JournalWriter.Create(_temp.Sub("j"));
        var e = Assert.Throws<JournalException>(() => JournalWriter.Recover(_temp.Sub("j")));
        Assert.Equal(_temp.Sub("j"), e.Path);
    }

    [Fact]
    public void A_failure_to_write_is_one_exception_with_the_path_and_no_record_is_taken_after_it()
    {
        var directory = _temp.Sub("j");
        var writer = JournalWriter.Create(directory, new() { BlockBytes = 512, SegmentBytes = 2048 });
        Directory.CreateDirectory(JournalLayout.Segment(directory, 2));
        var e = Assert.Throws<JournalException>(() =>
        {
            RecordCases.AppendMany(writer, 1000);
            writer.Commit();
        });
        Assert.Contains("journal-000002.slj", e.Path);
        Assert.Throws<JournalException>(writer.Commit);
        writer.Dispose();
        Assert.True(JournalVerifier.Verify(directory).IsIntact);
    }

    [Fact]
    public void A_directory_without_a_journal_is_said_to_be_one()
    {
        Assert.Contains("no journal", Assert.Throws<JournalException>(() => JournalReader.Open(_temp)).Message);
        Assert.Contains("no journal", Assert.Throws<JournalException>(() => JournalReader.Open(_temp.Sub("none"))).Message);
        Assert.Contains("no journal", Assert.Throws<JournalException>(() => JournalWriter.Recover(_temp)).Message);
    }

    public void Dispose() => _temp.Dispose();

    private static (Decision Decision, Intent Intent, Order Order, ExecutionReport Report, Fill Fill) Lineage()
    {
        var time = Instant.FromUtc(2024, 5, 1);
        var terms = OrderRequest.Limit(new(0), Side.Buy, Quantity.Parse("1.5"), Price.Parse("100.25"));
        return (
            new() { Id = new(1), Time = time, InputsRef = 7, Rationale = "fast above slow", Tags = ["trend"] },
            new() { Id = new(1), Time = time, Decision = new(1), Kind = IntentKind.Place, Request = terms, DecisionPrice = Price.Parse("100.2") },
            new() { Id = new(1), Time = time, Venue = Venue.Simulated, Terms = terms, Status = OrdStatus.PendingNew, Intent = new(1), Correlation = new(1) },
            new() { Type = ExecType.Trade, Order = new(1), Time = time, FillId = new(1), LastQty = Quantity.Parse("1.5"), LastPx = Price.Parse("100.25"), Fee = Money.Zero(Currency.Usd) },
            new()
            {
                Id = new(1),
                Time = time,
                Venue = Venue.Simulated,
                Instrument = new(0),
                Side = Side.Buy,
                Quantity = Quantity.Parse("1.5"),
                Price = Price.Parse("100.25"),
                Fee = Money.Zero(Currency.Usd),
                Order = new(1),
                Intent = new(1),
                Liquidity = Liquidity.Taker,
            });
    }
}
