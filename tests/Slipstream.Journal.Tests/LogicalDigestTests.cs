using System.Security.Cryptography;
using Slipstream.Domain;

namespace Slipstream.Journal.Tests;

public sealed class LogicalDigestTests : IDisposable
{
    private readonly TemporaryDirectory _temp = new();

    [Fact]
    public void Equal_runs_have_equal_digests_whatever_host_blocks_and_segments()
    {
        var a = Write("a", new(), "host-a", "1");
        var b = Write("b", new() { BlockBytes = 256, SegmentBytes = 1024, Durability = Durability.Fsync }, "another-host", "1");
        Assert.Equal(a, b);
    }

    [Fact]
    public void A_different_record_gives_another_digest() =>
        Assert.NotEqual(Write("a", new(), "host", "1"), Write("b", new(), "host", "2"));

    [Fact]
    public void It_is_the_hash_of_the_bytes_that_the_page_describes()
    {
        Write("a", new(), "host", "1");
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        using var reader = JournalReader.Open(_temp.Sub("a"));
        while (reader.Read())
        {
            var r = reader.Current;
            if (r.Header.IsLogical)
            {
                writer.Write((ushort)r.Type);
                writer.Write(r.Header.Version);
                writer.Write(r.Payload.Length);
                writer.Write(r.Input);
                writer.Write(r.Time.UnixNanos);
                writer.Write(r.Payload);
            }
        }

        Assert.Equal(ContentHash.FromBytes(SHA256.HashData(bytes.ToArray())), LogicalDigest.Of(_temp.Sub("a")));
    }

    public void Dispose() => _temp.Dispose();

    private ContentHash Write(string name, JournalOptions options, string host, string content)
    {
        using (var writer = JournalWriter.Create(_temp.Sub(name), options))
        {
            RecordCases.All[0].Append(writer, 0, default, 1);
            writer.Append(0, default, new RuntimeDescribed(Instant.FromUnixSeconds(host.Length), host, ".NET"));
            for (var i = 0; i < 2_000; i++)
            {
                writer.Append(i, Instant.FromUnixSeconds(i), new Command("k", content + new string('x', i % 100)));
            }
        }

        return LogicalDigest.Of(_temp.Sub(name));
    }
}
