using System.IO.Compression;
using System.Text;
using Slipstream.Domain;

namespace Slipstream.Lake.Tests;

/// <summary>A folder of price files that lives as long as a test.</summary>
public sealed class PriceFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("slipstream-lake-").FullName;

    public string Write(string name, string text, Encoding? encoding = null) => Write(name, [.. (encoding ?? new UTF8Encoding(false)).GetPreamble(), .. (encoding ?? new UTF8Encoding(false)).GetBytes(text)]);

    public string Write(string name, byte[] bytes)
    {
        var path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public string Zip(string name, params (string Member, string Text)[] members)
    {
        var path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var (member, text) in members)
        {
            using var stream = zip.CreateEntry(member).Open();
            stream.Write(Encoding.UTF8.GetBytes(text));
        }

        return path;
    }

    public static byte[] Gzip(string text)
    {
        using var memory = new MemoryStream();
        using (var gzip = new GZipStream(memory, CompressionLevel.Optimal))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return memory.ToArray();
    }

    public void Dispose() => Directory.Delete(Path, true);

    public static OpenedData Open(DataSource source, DoorOptions? options = null) => DataDoor.Open([source], options ?? DoorOptions.Default);

    public static List<MarketEvent> ReadAll(OpenedData data, int blockSize = 1000)
    {
        var events = new List<MarketEvent>();
        var block = new MarketEvent[blockSize];
        int n;
        while ((n = data.Reader.Read(block)) > 0)
        {
            events.AddRange(block.AsSpan(0, n));
        }

        return events;
    }

    public static List<MarketEvent> ReadAll(DataSource source, DoorOptions? options = null)
    {
        using var data = Open(source, options);
        return ReadAll(data);
    }
}
