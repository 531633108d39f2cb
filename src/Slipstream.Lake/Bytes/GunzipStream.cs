using System.Buffers.Binary;
using System.IO.Compression;

namespace Slipstream.Lake.Bytes;

/// <summary>Unpacks gzip and checks every member's length and CRC-32, so that a file that was cut short is never taken for a whole one.</summary>
/// <remarks>The framework's stream takes the end of the file for the end of the data. Format: RFC 1952.</remarks>
internal sealed class GunzipStream : ForwardStream
{
    private const int HasHeaderCrc = 2;
    private const int HasExtra = 4;
    private const int HasName = 8;
    private const int HasComment = 16;
    private readonly GzipFeed _feed;
    private DeflateStream? _member;
    private uint _crc;
    private uint _length;
    private bool _any;

    public GunzipStream(Stream file) => _feed = new GzipFeed(file);

    public override int Read(Span<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            if (_member is null && !TryStart())
            {
                return 0;
            }

            var n = _member!.Read(buffer);
            if (n > 0)
            {
                _crc = Crc32.Append(_crc, buffer[..n]);
                _length += (uint)n;
                return n;
            }

            Finish();
        }

        return 0;
    }

    protected override void Dispose(bool disposing)
    {
        _member?.Dispose();
        _feed.Dispose();
        base.Dispose(disposing);
    }

    private bool TryStart()
    {
        Span<byte> head = stackalloc byte[10];
        if (!_feed.TryTake(head[..2]) || head[0] != 0x1f || head[1] != 0x8b)
        {
            // Behind the last member there may be padding.
            return _any ? false : throw new InvalidDataException("the gzip header is missing");
        }

        if (!_feed.TryTake(head[2..]) || head[2] != 8)
        {
            throw new InvalidDataException("the gzip header is not whole");
        }

        Skip(head[3]);
        _any = true;
        (_crc, _length) = (0, 0);
        _member = new DeflateStream(_feed, CompressionMode.Decompress, leaveOpen: true);
        return true;
    }

    private void Skip(int flags)
    {
        Span<byte> two = stackalloc byte[2];
        if ((flags & HasExtra) != 0)
        {
            Take(two);
            for (var left = (int)BinaryPrimitives.ReadUInt16LittleEndian(two); left > 0; left--)
            {
                Take(two[..1]);
            }
        }

        foreach (var text in (ReadOnlySpan<int>)[HasName, HasComment])
        {
            two[0] = (flags & text) == 0 ? (byte)0 : (byte)1;
            while (two[0] != 0)
            {
                Take(two[..1]);
            }
        }

        if ((flags & HasHeaderCrc) != 0)
        {
            Take(two);
        }
    }

    private void Take(Span<byte> bytes)
    {
        if (!_feed.TryTake(bytes))
        {
            throw new InvalidDataException("the gzip header is not whole");
        }
    }

    private void Finish()
    {
        _member!.Dispose();
        _member = null;
        Span<byte> trailer = stackalloc byte[8];
        if (!_feed.TryTake(trailer))
        {
            throw new InvalidDataException("the end is missing");
        }

        if (BinaryPrimitives.ReadUInt32LittleEndian(trailer) != _crc || BinaryPrimitives.ReadUInt32LittleEndian(trailer[4..]) != _length)
        {
            throw new InvalidDataException("the checksum does not fit");
        }
    }
}
