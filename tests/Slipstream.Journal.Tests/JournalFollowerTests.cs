using Slipstream.Domain;

namespace Slipstream.Journal.Tests;

public sealed class JournalFollowerTests : IDisposable
{
    private static readonly JournalOptions _small = new() { BlockBytes = 512, SegmentBytes = 8192 };
    private readonly TemporaryDirectory _temp = new();

    [Fact]
    public async Task A_follower_sees_each_record_once_and_in_order_while_a_thread_writes()
    {
        const int Count = 20_000;
        var directory = _temp.Sub("j");
        using var follower = new JournalFollower(directory, TimeSpan.FromMilliseconds(1));
        var writing = Task.Run(() => Write(directory, Count));
        var next = 0L;
        while (follower.Read())
        {
            Assert.Equal(++next, follower.Current.Sequence);
        }

        await writing;
        Assert.Equal(Count + 1, next);
        Assert.Equal(RecordType.RunEnded, follower.Current.Type);
    }

    [Fact]
    public async Task It_waits_without_a_thread_too()
    {
        var directory = _temp.Sub("j");
        using var follower = new JournalFollower(directory, TimeSpan.FromMilliseconds(1));
        var writing = Task.Run(() => Write(directory, 2_000));
        var records = 0;
        while (await follower.ReadAsync())
        {
            records++;
        }

        await writing;
        Assert.Equal(2_001, records);
    }

    [Fact]
    public async Task A_cancelled_follower_ends_and_goes_on_when_asked_again()
    {
        var directory = _temp.Sub("j");
        using var writer = JournalWriter.Create(directory);
        using var follower = new JournalFollower(directory, TimeSpan.FromSeconds(60));
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(20));
        Assert.False(follower.Read(cancellation.Token));
        Assert.False(await follower.ReadAsync(cancellation.Token));
        writer.Append(1, default, new TimerFired(1, default));
        Assert.False(follower.TryRead());
        writer.Commit();
        Assert.True(follower.TryRead());
        Assert.False(follower.TryRead());
    }

    [Fact]
    public void Damage_ends_it_too()
    {
        var directory = _temp.Sub("j");
        using (var writer = JournalWriter.Create(directory))
        {
            RecordCases.AppendMany(writer, 3);
        }

        var segment = JournalLayout.Segment(directory, 1);
        var bytes = File.ReadAllBytes(segment);
        bytes[^1] ^= 1;
        File.WriteAllBytes(segment, bytes);
        using var follower = new JournalFollower(directory, TimeSpan.FromMilliseconds(1));
        Assert.Throws<JournalCorruptException>(() => follower.Read());
    }

    public void Dispose() => _temp.Dispose();

    private static void Write(string directory, int count)
    {
        using var writer = JournalWriter.Create(directory, _small);
        for (var i = 0; i < count; i++)
        {
            writer.Append(i, Instant.FromUnixSeconds(i), new Command("k", new string('1', i % 300)));
            if (i % 37 == 0)
            {
                writer.Commit();
            }
        }

        writer.Append(count, default, default(RunEnded));
    }
}
