using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Slipstream.Domain;

namespace Slipstream.Lake.Tests.Properties;

public sealed class BlockSizeTests : IDisposable
{
    private readonly PriceFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Block_sizes_never_change_the_events()
    {
        DataSource[] sources =
        [
            new(_folder.Write("equity/wide.csv", Text(200, i => $"{Day(i)},{i + 1},{(i % 3 == 0 ? "" : $"{i + 2}")},{i + 3}\n", "Date,AAA,BBB,CCC\n"))),
            new(_folder.Write("long.csv", Text(200, i => $"{Day(i / 2)},{(i % 2 == 0 ? "ETH/USD" : "BTC/USD")},1,3,1,2,{i}\n", "date,symbol,open,high,low,close,volume\n"))),
            new(_folder.Write("SPYX.csv", Text(300, i => i % 40 == 3 ? "bad\n" : $"{Day(i)},{i + 1},{i + 3},{i + 1},{i + 2}.{i % 100:00},{i * 10}\n", "Date,Open,High,Low,Close,Volume\n"))),
        ];
        List<MarketEvent> Read(Func<int> size)
        {
            using var data = DataDoor.Open(sources, DoorOptions.Default);
            var events = new List<MarketEvent>();
            var block = new MarketEvent[64];
            int n;
            while ((n = data.Reader.Read(block.AsSpan(0, size()))) > 0)
            {
                events.AddRange(block.AsSpan(0, n));
            }

            return events;
        }

        var expected = Bytes(Read(() => 64));

        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var random = new SeededRandom((ulong)(uint)seed);
            return Bytes(Read(() => 1 + (int)random.NextBelow(64))).AsSpan().SequenceEqual(expected);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(30));
    }

    private static byte[] Bytes(List<MarketEvent> events) => System.Runtime.InteropServices.MemoryMarshal.AsBytes(events.ToArray().AsSpan()).ToArray();

    private static string Day(int i) => new DateOnly(2000, 1, 1).AddDays(i).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(int rows, Func<int, string> row, string header)
    {
        var text = new StringBuilder(header);
        for (var i = 0; i < rows; i++)
        {
            text.Append(row(i));
        }

        return text.ToString();
    }
}
