namespace Slipstream.Lake.Bytes;

/// <summary>A window on a stream that always ends with a whole line; memory stays flat however long the stream is.</summary>
internal sealed class LineBuffer : IDisposable
{
    public const int MaxLine = 16 << 20;

    /// <summary>Bytes that can be read behind the last line, so that parsers may load whole words.</summary>
    public const int Slack = 16;
    private readonly Stream _stream;
    private readonly string _name;
    private byte[] _bytes;
    private int _filled;
    private bool _ended;

    public LineBuffer(Stream stream, string name, int size = 1 << 18)
    {
        _stream = stream;
        _name = name;
        _bytes = new byte[size + Slack];
    }

    /// <summary>The window.</summary>
    public byte[] Bytes => _bytes;

    /// <summary>Where the first unread line begins.</summary>
    public int Start { get; set; }

    /// <summary>Behind the last line break of the window.</summary>
    public int End { get; private set; }

    /// <summary>Reads on; afterwards unread lines lie between <see cref="Start"/> and <see cref="End"/>, each with its line break.</summary>
    /// <returns>False at the end.</returns>
    public bool Refill()
    {
        if (_ended)
        {
            return Start < End;
        }

        Buffer.BlockCopy(_bytes, Start, _bytes, 0, _filled - Start);
        _filled -= Start;
        End -= Start;
        Start = 0;
        while (true)
        {
            if (_filled == Capacity)
            {
                Grow();
            }

            var from = _filled;
            if (!Fill())
            {
                return CloseLastLine();
            }

            var last = _bytes.AsSpan(from, _filled - from).LastIndexOf((byte)'\n');
            if (last >= 0)
            {
                End = from + last + 1;
                return true;
            }
        }
    }

    public void Dispose() => _stream.Dispose();

    private int Capacity => _bytes.Length - Slack;

    private bool CloseLastLine()
    {
        _ended = true;
        if (_filled > 0 && _bytes[_filled - 1] != (byte)'\n')
        {
            if (_filled == Capacity)
            {
                Grow();
            }

            _bytes[_filled++] = (byte)'\n';
        }

        End = _filled;
        return Start < End;
    }

    // Fills the window whole, so that a stream's block sizes change nothing.
    private bool Fill()
    {
        var any = false;
        try
        {
            while (_filled < Capacity)
            {
                var n = _stream.Read(_bytes.AsSpan(_filled, Capacity - _filled));
                if (n == 0)
                {
                    break;
                }

                any = true;
                _filled += n;
            }
        }
        catch (InvalidDataException e)
        {
            throw new DataException($"{_name}: the compressed file is damaged or cut short ({e.Message.TrimEnd('.')}); fetch it again.", e);
        }
        catch (IOException e)
        {
            throw new DataException($"{_name}: cannot be read on: {e.Message}", e);
        }

        return any;
    }

    private void Grow()
    {
        if (Capacity >= MaxLine)
        {
            throw new DataException($"{_name}: a line is longer than {MaxLine >> 20} MB; this is not a price file.");
        }

        Array.Resize(ref _bytes, (2 * Capacity) + Slack);
    }
}
