using FsCheck;
using FsCheck.Fluent;
using Slipstream.Lake.Bytes;

namespace Slipstream.Lake.Tests.Properties;

public sealed class GzipTests
{
    [Fact]
    public void Any_members_are_unpacked_and_any_cut_is_seen()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<byte[][]>(), ArbMap.Default.ArbFor<int>(), (parts, seed) =>
        {
            // Marks of members inside the data must not mislead, so that stored blocks carry some.
            byte[][] members = [.. parts.Select(p => (byte[])[.. p, 0x1f, 0x8b, 0x08, .. p, 0x1f, 0x8b]), [1, 2, 3]];
            byte[] packed = [.. members.SelectMany(m => Pack(m, (seed & 1) == 0))];
            var whole = Unpack(packed).SequenceEqual(members.SelectMany(m => m));
            var last = Pack(members[^1], (seed & 1) == 0).Length;
            var cut = 1 + (int)((uint)seed % (uint)(last - 1));
            return whole && Fails(packed[..^cut]);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_long_incompressible_file_is_unpacked_whole()
    {
        var bytes = new byte[1_000_003];
        new Random(5).NextBytes(bytes);

        Assert.Equal(bytes, Unpack(Pack(bytes, false)));
        Assert.True(Fails(Pack(bytes, false)[..500_000]));
    }

    private static bool Fails(byte[] packed)
    {
        try
        {
            Unpack(packed);
            return false;
        }
        catch (InvalidDataException)
        {
            return true;
        }
    }

    private static byte[] Pack(byte[] bytes, bool compress)
    {
        using var memory = new MemoryStream();
        using (var gzip = new System.IO.Compression.GZipStream(memory, compress ? System.IO.Compression.CompressionLevel.Optimal : System.IO.Compression.CompressionLevel.NoCompression))
        {
            gzip.Write(bytes);
        }

        return memory.ToArray();
    }

    private static byte[] Unpack(byte[] packed)
    {
        using var stream = new GunzipStream(new MemoryStream(packed));
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}
