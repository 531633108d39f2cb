using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Slipstream.Host.Tests.Reports;

/// <summary>The pixels of a picture with eight bits a channel, as the browser writes them.</summary>
internal sealed class Png
{
    private readonly byte[] _pixels;
    private readonly int _channels;

    private Png(int width, int height, int channels, byte[] pixels) => (Width, Height, _channels, _pixels) = (width, height, channels, pixels);

    public int Width { get; }

    public int Height { get; }

    public static Png Read(string path)
    {
        var file = File.ReadAllBytes(path);
        using var packed = new MemoryStream();
        var (width, height, channels) = (0, 0, 0);
        for (var at = 8; at < file.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            var data = file.AsSpan(at + 8, length);
            switch (Encoding.ASCII.GetString(file, at + 4, 4))
            {
                case "IHDR":
                    (width, height) = (BinaryPrimitives.ReadInt32BigEndian(data), BinaryPrimitives.ReadInt32BigEndian(data[4..]));
                    channels = data[9] == 6 ? 4 : 3;
                    break;
                case "IDAT":
                    packed.Write(data);
                    break;
            }

            at += length + 12;
        }

        packed.Position = 0;
        using var zlib = new ZLibStream(packed, CompressionMode.Decompress);
        return new Png(width, height, channels, Unfilter(zlib, width * channels, height, channels));
    }

    /// <summary>The number of different colours between two rows.</summary>
    public int Colours(int fromRow, int toRow)
    {
        var seen = new HashSet<int>();
        for (var i = fromRow * Width; i < toRow * Width; i++)
        {
            seen.Add(Colour(i));
        }

        return seen.Count;
    }

    /// <summary>Are the columns of one colour?</summary>
    public bool IsPlain(int fromColumn, int toColumn)
    {
        var first = Colour(fromColumn);
        return Enumerable.Range(0, Height).All(y => Enumerable.Range(fromColumn, toColumn - fromColumn).All(x => Colour((y * Width) + x) == first));
    }

    private int Colour(int pixel) => _pixels[pixel * _channels] << 16 | _pixels[(pixel * _channels) + 1] << 8 | _pixels[(pixel * _channels) + 2];

    private static byte[] Unfilter(Stream rows, int stride, int height, int channels)
    {
        var pixels = new byte[stride * height];
        for (var y = 0; y < height; y++)
        {
            var filter = rows.ReadByte();
            var row = pixels.AsSpan(y * stride, stride);
            var above = y == 0 ? new byte[stride] : pixels.AsSpan((y - 1) * stride, stride);
            rows.ReadExactly(row);
            for (var x = 0; x < stride; x++)
            {
                var left = x >= channels ? row[x - channels] : 0;
                var corner = x >= channels ? above[x - channels] : 0;
                row[x] += (byte)(filter switch { 1 => left, 2 => above[x], 3 => (left + above[x]) / 2, 4 => Paeth(left, above[x], corner), _ => 0 });
            }
        }

        return pixels;
    }

    private static int Paeth(int left, int above, int corner)
    {
        var guess = left + above - corner;
        var (a, b, c) = (Math.Abs(guess - left), Math.Abs(guess - above), Math.Abs(guess - corner));
        return a <= b && a <= c ? left : b <= c ? above : corner;
    }
}
