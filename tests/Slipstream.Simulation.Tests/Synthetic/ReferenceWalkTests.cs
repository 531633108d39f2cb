using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Slipstream.Simulation.Tests.Synthetic;

public sealed class ReferenceWalkTests
{
    [Fact]
    public void S1_has_the_published_closes_and_hash()
    {
        using var walk = ReferenceWalk.S1();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var block = new MarketEvent[1000];
        var record = new byte[48];
        var closes = new List<string>();
        var bars = 0;
        var last = default(Bar);
        for (int read; (read = walk.Read(block)) > 0;)
        {
            foreach (ref readonly var e in block.AsSpan(0, read))
            {
                last = e.AsBar();
                if (bars++ < 3)
                {
                    closes.Add(last.Close.ToString());
                }

                long[] fields = [last.OpenTime.UnixNanos / 1_000_000, Cents(last.Open), Cents(last.High), Cents(last.Low), Cents(last.Close), (long)Math.Round(last.Volume * 100)];
                for (var i = 0; i < fields.Length; i++)
                {
                    BinaryPrimitives.WriteInt64LittleEndian(record.AsSpan(i * 8), fields[i]);
                }

                hash.AppendData(record);
            }
        }

        Assert.Equal(1_051_200, bars);
        Assert.Equal(["9996.64", "10005.76", "10010.6"], closes);
        Assert.Equal("12119.14", last.Close.ToString());
        Assert.Equal(Instant.FromUtc(2023, 1, 1), last.Time);
        Assert.Equal("8c3899858840e44671017a6259076ecd635551093a6d949da465e649e5bb3723", Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    [Fact]
    public void Several_symbols_come_merged_by_time_each_as_if_alone()
    {
        var from = Instant.FromUtc(2021, 1, 1);
        using var both = new ReferenceWalk(3, 2, from, from + Duration.FromSeconds(180));
        using var alone = new ReferenceWalk(4, 1, from, from + Duration.FromSeconds(180));
        var merged = new MarketEvent[10];
        var single = new MarketEvent[10];
        Assert.Equal(6, both.Read(merged));
        Assert.Equal(3, alone.Read(single));
        Assert.Equal([0, 1, 0, 1, 0, 1], merged.Take(6).Select(e => (int)e.Instrument.Index));
        Assert.Equal(single.Take(3).Select(e => e.AsBar()), merged.Take(6).Where(e => e.Instrument.Index == 1).Select(e => e.AsBar()));
    }

    private static long Cents(Price price) => price.Raw / 1_000_000;
}
