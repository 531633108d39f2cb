using System.Globalization;
using System.Text;
using Slipstream.Domain;

namespace Slipstream.Lake.Tests;

public sealed class MemoryTests : IDisposable
{
    private readonly PriceFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("x.csv")]
    [InlineData("x.csv.gz")]
    [InlineData("x.json")]
    public void A_file_of_any_length_takes_flat_memory(string name)
    {
        var path = Path.Combine(_folder.Path, name);
        const int Rows = 1_000_000;
        WriteRows(path, Rows);
        using var data = PriceFolder.Open(new DataSource(path));
        var block = new MarketEvent[1024];
        data.Reader.Read(block);
        var before = GC.GetAllocatedBytesForCurrentThread();
        long rows = block.Length;
        int n;
        while ((n = data.Reader.Read(block)) > 0)
        {
            rows += n;
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(Rows, rows);
        Assert.True(allocated < 1_000_000, $"{allocated} bytes were allocated while reading {new FileInfo(path).Length} bytes.");
        Assert.Equal(new FileInfo(path).Length, data.BytesTotal);
        Assert.Equal(data.BytesTotal, data.BytesRead);
    }

    [Theory]
    [InlineData("x.csv")]
    [InlineData("x.csv.gz")]
    [InlineData("x.zip")]
    public void Progress_may_be_asked_from_another_thread_while_files_are_read_and_closed(string name)
    {
        const string Rows = "2020-01-01 00:00:00,1,2,1,2,3\n2020-01-01 00:01:00,1,2,1,2,3\n";
        var path = name.EndsWith(".zip", StringComparison.Ordinal) ? _folder.Zip(name, ("a.csv", Rows), ("b.csv", Rows.Replace("2020", "2021", StringComparison.Ordinal)))
            : name.EndsWith(".gz", StringComparison.Ordinal) ? _folder.Write(name, PriceFolder.Gzip(Rows))
            : _folder.Write(name, Rows);
        OpenedData? shown = null;
        Exception? failure = null;
        var isDone = false;
        var asked = 0L;
        var watcher = new Thread(() =>
        {
            try
            {
                while (!Volatile.Read(ref isDone))
                {
                    if (Volatile.Read(ref shown) is { } data)
                    {
                        Assert.InRange(data.BytesRead, 0, data.BytesTotal!.Value);
                        asked++;
                    }
                }
            }
            catch (Exception e)
            {
                failure = e;
            }
        });
        watcher.Start();
        for (var i = 0; i < 500; i++)
        {
            using var data = PriceFolder.Open(new DataSource(path));
            Volatile.Write(ref shown, data);
            PriceFolder.ReadAll(data);
            Assert.Equal(data.BytesTotal, data.BytesRead);
        }

        Volatile.Write(ref isDone, true);
        watcher.Join();
        Assert.Null(failure);
        Assert.True(asked > 0);
    }

    private static void WriteRows(string path, int rows)
    {
        using var file = File.Create(path);
        using Stream stream = path.EndsWith(".gz", StringComparison.Ordinal) ? new System.IO.Compression.GZipStream(file, System.IO.Compression.CompressionLevel.Fastest) : new BufferedStream(file, 1 << 16);
        var json = path.EndsWith(".json", StringComparison.Ordinal);
        var line = new StringBuilder();
        for (var i = 0; i < rows; i++)
        {
            line.Clear();
            var price = 10_000 + (i * 7919L % 1000);
            _ = json
                ? line.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? '[' : ',')}[{1_600_000_000_000L + (i * 60_000L)},{price}.5,{price + 1}.25,{price}.25,{price + 1},{i % 977}.125]")
                : line.Append(DateTime.UnixEpoch.AddMinutes(i).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)).Append(CultureInfo.InvariantCulture, $",{price}.5,{price + 1}.25,{price}.25,{price + 1},{i % 977}.125\n");
            stream.Write(Encoding.ASCII.GetBytes(line.ToString()));
        }

        if (json)
        {
            stream.WriteByte((byte)']');
        }
    }
}
