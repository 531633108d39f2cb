using System.IO.Compression;
using System.Text;

namespace Slipstream.Lake.Bytes;

/// <summary>A file, or a member of a zip, as the text lines in it: unpacked, decoded, JSON laid out as rows.</summary>
internal sealed record InputFile(string Path, string? Member)
{
    private static readonly string[] TextEndings = [".csv", ".txt", ".json", ".jsonl", ".ndjson", ".tsv", ".data", ".log"];

    /// <summary>Name for messages.</summary>
    public string Name => Member is null ? Path : $"{Path}!{Member}";

    /// <summary>Path for guesses: the member's name where the file is a zip.</summary>
    public string Stem => StemOf(Member ?? Path);

    /// <summary>Opens it.</summary>
    /// <param name="counter">Receives how many stored bytes were read since it was last told, for progress.</param>
    public OpenedText Open(Action<long>? counter = null)
    {
        FileStream file;
        try
        {
            file = new FileStream(Path, new FileStreamOptions { BufferSize = 0, Options = FileOptions.SequentialScan });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DataException($"{Path}: cannot be opened: {e.Message}", e);
        }

        if (!file.CanSeek)
        {
            file.Dispose();
            throw new DataException($"{Path}: this is no file that can be read twice; write it to disk first.");
        }

        var stored = new StoredFile(file);
        try
        {
            var text = Unpack(stored);
            stored.CountBy(counter);
            return Decode(text);
        }
        catch (InvalidDataException e)
        {
            stored.Dispose();
            throw new DataException($"{Name}: the compressed file is damaged or cut short ({e.Message.TrimEnd('.')}); fetch it again.", e);
        }
        catch
        {
            stored.Dispose();
            throw;
        }
    }

    /// <summary>Returns the readable members of a zip in name order, or the file itself.</summary>
    public static IReadOnlyList<InputFile> Members(string path)
    {
        if (!IsZip(path))
        {
            return [new(path, null)];
        }

        try
        {
            using var zip = ZipFile.OpenRead(path);
            if (zip.Entries.Any(e => e.FullName == "[Content_Types].xml"))
            {
                throw new DataException($"{path}: this is a spreadsheet; save it as CSV.");
            }

            string[] names = [.. zip.Entries.Where(e => e.Length > 0 && IsText(e.FullName)).Select(e => e.FullName).Order(StringComparer.Ordinal)];
            return names.Length > 0
                ? [.. names.Select(n => new InputFile(path, n))]
                : throw new DataException($"{path}: the archive holds no CSV or JSON file.");
        }
        catch (InvalidDataException e)
        {
            throw new DataException($"{path}: the archive is damaged or cut short ({e.Message.TrimEnd('.')}); fetch it again.", e);
        }
    }

    /// <summary>Could a file of this name hold prices?</summary>
    public static bool IsReadableName(string name) =>
        name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase) || IsText(name)
        || (name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) && (IsText(name[..^3]) || name.EndsWith("feed.gz", StringComparison.OrdinalIgnoreCase)));

    /// <summary>Is it a zip, by its first bytes?</summary>
    public static bool IsZip(string path)
    {
        Span<byte> head = stackalloc byte[4];
        using var file = File.OpenRead(path);
        return file.ReadAtLeast(head, 4, false) == 4 && head.SequenceEqual("PK\u0003\u0004"u8);
    }

    private static bool IsText(string name) => TextEndings.Any(e => name.EndsWith(e, StringComparison.OrdinalIgnoreCase));

    private static string StemOf(string path)
    {
        var name = System.IO.Path.GetFileName(path);
        foreach (var ending in (string[])[".gz", ".zip", .. TextEndings])
        {
            if (name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                name = name[..^ending.Length];
            }
        }

        return name;
    }

    private Stream Unpack(StoredFile file)
    {
        var head = new byte[8];
        var n = file.ReadAtLeast(head, head.Length, false);
        file.Position = 0;
        var magic = head.AsSpan(0, n);
        if (n == 0)
        {
            throw new DataException($"{Path}: the file is empty.");
        }

        if (magic.StartsWith("PK\u0003\u0004"u8))
        {
            return OpenMember(file);
        }

        if (magic.StartsWith((ReadOnlySpan<byte>)[0x1f, 0x8b]))
        {
            return new GunzipStream(file);
        }

        RefuseKnownBinary(magic);
        return file;
    }

    private CheckedStream OpenMember(StoredFile file)
    {
        var zip = new ZipArchive(file, ZipArchiveMode.Read);
        var entry = Member is null ? zip.Entries.FirstOrDefault(e => e.Length > 0 && IsText(e.FullName)) : zip.GetEntry(Member);
        return entry is null
            ? throw new DataException($"{Path}: the archive has no member {Member}; it holds {string.Join(", ", zip.Entries.Take(10).Select(e => e.FullName))}.")
            : new CheckedStream(entry.Open(), $"{Path}!{entry.FullName}", entry.Length, entry.Crc32, zip);
    }

    private void RefuseKnownBinary(ReadOnlySpan<byte> magic)
    {
        var what = magic.StartsWith((ReadOnlySpan<byte>)[0x28, 0xb5, 0x2f, 0xfd]) ? "compressed with zstandard; unpack it first (zstd -d)"
            : magic.StartsWith("BZh"u8) ? "compressed with bzip2; unpack it first (bunzip2)"
            : magic.StartsWith((ReadOnlySpan<byte>)[0xfd, (byte)'7', (byte)'z']) ? "compressed with xz; unpack it first (unxz)"
            : magic.StartsWith("PAR1"u8) ? "a Parquet file; save it as CSV"
            : magic.StartsWith("ARROW1"u8) ? "an Arrow file; save it as CSV"
            : null;
        if (what is not null)
        {
            throw new DataException($"{Path}: this is {what}.");
        }
    }

    private OpenedText Decode(Stream stream)
    {
        var head = new byte[4096];
        var n = stream.ReadAtLeast(head, head.Length, false);
        head = head[..n];
        if (n == 0)
        {
            throw new DataException($"{Name}: the file is empty.");
        }

        var encoding = EncodingOf(head);
        if (encoding is not null)
        {
            var skip = head[0] is 0xff or 0xfe ? 2 : 0;
            stream = Encoding.CreateTranscodingStream(new PrefixedStream(head[skip..], stream), encoding, Encoding.UTF8);
            head = new byte[4096];
            head = head[..stream.ReadAtLeast(head, head.Length, false)];
        }
        else if (head.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xef, 0xbb, 0xbf]))
        {
            head = head[3..];
        }

        RefuseBinary(head);
        stream = new PrefixedStream(head, stream);
        var text = head.AsSpan().TrimStart(" \t\r\n"u8);
        var isFeed = text.IndexOf("\"topic\":\"orderbook"u8) is >= 0 and < 100;
        return text.Length > 0 && text[0] is (byte)'[' or (byte)'{' && !isFeed
            ? new(new JsonRows(stream, Name), true, encoding?.WebName)
            : new(stream, false, encoding?.WebName);
    }

    private static Encoding? EncodingOf(byte[] head) => head switch
    {
        [0xff, 0xfe, ..] => Encoding.Unicode,
        [0xfe, 0xff, ..] => Encoding.BigEndianUnicode,
        [not 0, 0, not 0, 0, ..] => Encoding.Unicode,
        [0, not 0, 0, not 0, ..] => Encoding.BigEndianUnicode,
        _ => null,
    };

    private void RefuseBinary(ReadOnlySpan<byte> head)
    {
        var odd = 0;
        foreach (var b in head)
        {
            odd += b < 32 && b is not ((byte)'\t' or (byte)'\r' or (byte)'\n') ? 1 : 0;
        }

        if (odd > head.Length / 100)
        {
            throw new DataException($"{Name}: these are binary bytes, not text; a price file is CSV or JSON, plain, gzip or zip.");
        }
    }
}
