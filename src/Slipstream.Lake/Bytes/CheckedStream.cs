namespace Slipstream.Lake.Bytes;

/// <summary>The unpacked bytes of a zip member, compared with the length and CRC-32 that the archive states.</summary>
internal sealed class CheckedStream(Stream inner, string name, long length, uint crc, IDisposable owner) : ForwardStream
{
    private long _read;
    private uint _crc;

    public override int Read(Span<byte> buffer)
    {
        var n = inner.Read(buffer);
        if (n > 0)
        {
            _read += n;
            _crc = Crc32.Append(_crc, buffer[..n]);
        }
        else if (buffer.Length > 0 && (_read != length || _crc != crc))
        {
            throw new DataException($"{name}: the archive is damaged: {_read} bytes with checksum {_crc:x8} came out, {length} with {crc:x8} were packed; fetch the file again.");
        }

        return n;
    }

    protected override void Dispose(bool disposing)
    {
        inner.Dispose();
        owner.Dispose();
        base.Dispose(disposing);
    }
}
