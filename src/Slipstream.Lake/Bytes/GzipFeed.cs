namespace Slipstream.Lake.Bytes;

/// <summary>
/// Hands out a gzip file's bytes in pieces that end wherever a member could end: eight bytes before the file's end or before the
/// mark of another member. An inflater that finishes there has read nothing beyond, so that the checksum behind it can be read.
/// </summary>
internal sealed class GzipFeed(Stream file) : ForwardStream
{
    private const int Trailer = 8;
    private readonly byte[] _block = new byte[1 << 16];
    private int _start;
    private int _end;
    private bool _ended;

    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty || !Has(1))
        {
            return 0;
        }

        // A whole trailer and mark must be in sight to know whether a member ends inside the piece.
        Has(buffer.Length + Trailer + 3);
        var known = _block.AsSpan(_start, _end - _start);
        var n = Math.Min(buffer.Length, _ended ? CutAtEnd(known.Length) : Math.Max(1, known.Length - Trailer - 3));
        var mark = known.Length <= Trailer + 1 ? -1 : known[(Trailer + 1)..Math.Min(n + Trailer + 2, known.Length)].IndexOf((ReadOnlySpan<byte>)[0x1f, 0x8b, 0x08]);
        n = mark < 0 ? n : Math.Min(n, mark + 1);
        known[..n].CopyTo(buffer);
        _start += n;
        return n;
    }

    /// <summary>Reads bytes exactly as they lie in the file.</summary>
    /// <returns>False if the file ends before.</returns>
    public bool TryTake(Span<byte> bytes)
    {
        if (!Has(bytes.Length))
        {
            return false;
        }

        _block.AsSpan(_start, bytes.Length).CopyTo(bytes);
        _start += bytes.Length;
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        file.Dispose();
        base.Dispose(disposing);
    }

    private static int CutAtEnd(int left) => left > Trailer ? left - Trailer : left;

    private bool Has(int count)
    {
        count = Math.Min(count, _block.Length / 2);
        if (_end - _start >= count)
        {
            return true;
        }

        Buffer.BlockCopy(_block, _start, _block, 0, _end - _start);
        _end -= _start;
        _start = 0;
        while (!_ended && _end < _block.Length)
        {
            var n = file.Read(_block.AsSpan(_end));
            _ended = n == 0;
            _end += n;
        }

        return _end - _start >= count;
    }
}
