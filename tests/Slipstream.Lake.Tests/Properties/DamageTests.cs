using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Slipstream.Domain;

namespace Slipstream.Lake.Tests.Properties;

public sealed class DamageTests : IDisposable
{
    private static readonly byte[] Csv = Encoding.ASCII.GetBytes("time,symbol,open,high,low,close,volume\n" + Rows(i => $"{Day(i)},{(i % 2 == 0 ? "A" : "B")},1.5,2,1,1.75,{i}\n"));
    private static readonly byte[] Json = Encoding.ASCII.GetBytes("{\"candles\":[" + string.Join(",", Enumerable.Range(0, 40).Select(i => $"{{\"start\":\"{1_600_000_000 + (i * 60)}\",\"open\":1,\"high\":2,\"low\":1,\"close\":2,\"volume\":{i}}}")) + "]}");
    private static readonly byte[] Feed = Encoding.ASCII.GetBytes(Rows(i => $"17231612550303146{i:00} {{\"stream\":\"x\",\"data\":{{\"e\":\"depthUpdate\",\"E\":1723161256299,\"s\":\"BTCUSDT\",\"U\":{i},\"u\":{i},\"b\":[[\"1.5\",\"{i}\"]],\"a\":[[\"2\",\"1\"]]}}}}\n"));
    private readonly PriceFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Damaged_bytes_are_read_or_refused_but_never_crash()
    {
        byte[][] files = [Csv, Json, Feed, PriceFolder.Gzip(Encoding.ASCII.GetString(Csv)), File.ReadAllBytes(_folder.Zip("z.zip", ("z.csv", Encoding.ASCII.GetString(Csv))))];

        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var random = new SeededRandom((ulong)(uint)seed);
            var bytes = (byte[])files[random.NextBelow(files.Length)].Clone();
            for (var i = random.NextBelow(6); i >= 0; i--)
            {
                bytes[random.NextBelow(bytes.Length)] = (byte)random.NextBelow(256);
            }

            var cut = bytes[..(int)(bytes.Length - random.NextBelow(bytes.Length / (random.NextBelow(3) == 0 ? 1 : 10)))];
            try
            {
                PriceFolder.ReadAll(new DataSource(_folder.Write("damaged", cut)));
            }
            catch (DataException e)
            {
                return e.Message.Contains("damaged", StringComparison.Ordinal);
            }

            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }

    private static string Rows(Func<int, string> row) => string.Concat(Enumerable.Range(0, 40).Select(row));

    private static string Day(int i) => new DateOnly(2000, 1, 1).AddDays(i).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
