using System.Text;
using Slipstream.Domain;
using Slipstream.Lake;

namespace Slipstream.Adapters;

/// <summary>Market events as JSON lines from a stream, such as the output of an exchange script on standard input. Lines that can't be used are counted and told, never silently dropped.</summary>
/// <remarks>The format is public: docs/formats/feed.md and <c>slipstream schema feed</c>.</remarks>
public sealed class JsonLinesFeed : IMarketEventReader
{
    private const int LongestLine = 1 << 20;
    private readonly Stream _stream;
    private readonly FeedLineParser _parser;
    private readonly List<string> _complaints = [];
    private byte[] _buffer = new byte[64 << 10];
    private int _start;
    private int _end;
    private long _line;
    private bool _ended;
    private Instant _last = Instant.FromUnixNanos(long.MinValue);
    private MarketEvent? _pending;

    private JsonLinesFeed(Stream stream, IReadOnlyList<string> symbols)
    {
        _stream = stream;
        _parser = new FeedLineParser(symbols);
    }

    /// <inheritdoc/>
    public Universe Universe => _parser.Universe;

    /// <summary>Is told of each of the first lines that can't be used, with line and reason, as it comes.</summary>
    public Action<string>? Complained { get; init; }

    /// <summary>Lines that could not be used.</summary>
    public long Rejected { get; private set; }

    /// <summary>The first of them, with line and reason.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    /// <summary>Opens a feed and reads up to its first event, since instruments must be known before a run begins.</summary>
    /// <param name="stream">The lines.</param>
    /// <param name="symbols">Instruments, where the lines declare none.</param>
    /// <exception cref="FeedException">The stream ended, or went wrong, before the first event.</exception>
    public static JsonLinesFeed Open(Stream stream, params IReadOnlyList<string> symbols) => Open(stream, symbols, null);

    /// <summary>Opens a feed as above, and tells of lines that can't be used as they come.</summary>
    /// <param name="stream">The lines.</param>
    /// <param name="symbols">Instruments, where the lines declare none.</param>
    /// <param name="complained">Is told line and reason of the first ones.</param>
    /// <exception cref="FeedException">The stream ended, or went wrong, before the first event.</exception>
    public static JsonLinesFeed Open(Stream stream, IReadOnlyList<string> symbols, Action<string>? complained)
    {
        var feed = Create(stream, symbols, complained);
        feed._pending = feed.Next(mayBlock: true);
        return feed._pending is not null
            ? feed
            : throw new FeedException(feed._complaints.Count == 0
                ? "The feed ended before its first event: send one JSON object a line, such as {\"type\":\"trade\",\"symbol\":\"BTC/USD\",\"time\":\"2024-05-01T00:00:00Z\",\"price\":\"60000\",\"size\":\"0.1\"}."
                : $"The feed holds no event that can be used; the first complaint is {feed._complaints[0]}");
    }

    private static JsonLinesFeed Create(Stream stream, IReadOnlyList<string> symbols, Action<string>? complained)
    {
        try
        {
            return new JsonLinesFeed(stream, symbols) { Complained = complained };
        }
        catch (ArgumentException e)
        {
            throw new FeedException($"{string.Join(", ", symbols)} can't name an instrument, as BTC/USD or SPY do: {e.Message}");
        }
    }

    /// <inheritdoc/>
    public int Read(Span<MarketEvent> destination)
    {
        var count = 0;
        while (count < destination.Length && Take(mayBlock: count == 0) is { } e)
        {
            destination[count++] = e;
        }

        return count;
    }

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();

    private MarketEvent? Take(bool mayBlock)
    {
        if (_pending is { } pending)
        {
            _pending = null;
            return pending;
        }

        return Next(mayBlock);
    }

    // Returns null when nothing more is in the buffer and waiting is not wanted, or at the end.
    private MarketEvent? Next(bool mayBlock)
    {
        while (true)
        {
            var newline = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n');
            if (newline >= 0)
            {
                var line = _buffer.AsSpan(_start, newline);
                _start += newline + 1;
                if (Use(line) is { } e)
                {
                    return e;
                }
            }
            else if (_ended || !mayBlock)
            {
                return _ended ? Rest() : null;
            }
            else
            {
                Fill();
            }
        }
    }

    private MarketEvent? Rest()
    {
        var rest = _buffer.AsSpan(_start, _end - _start);
        _start = _end;
        return rest.IsEmpty ? null : Use(rest);
    }

    private MarketEvent? Use(ReadOnlySpan<byte> line)
    {
        _line++;
        if (_line == 1 && line.StartsWith(Encoding.UTF8.Preamble))
        {
            line = line[Encoding.UTF8.Preamble.Length..];
        }

        line = line.Trim(" \t\r"u8);
        if (line.IsEmpty)
        {
            return null;
        }

        if (!_parser.TryParse(line, out var e, out var complaint))
        {
            Complain(complaint, line);
            return null;
        }

        if (e is { } known && known.Time < _last)
        {
            Complain($"time {known.Time} goes back behind {_last}", line);
            return null;
        }

        _last = e?.Time ?? _last;
        return e;
    }

    private void Complain(string complaint, ReadOnlySpan<byte> line)
    {
        Rejected++;
        if (_complaints.Count < 20)
        {
            _complaints.Add($"line {_line}: {complaint}: {Encoding.UTF8.GetString(line[..Math.Min(line.Length, 120)])}");
            Complained?.Invoke(_complaints[^1]);
        }
    }

    private void Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length)
        {
            if (_buffer.Length >= LongestLine)
            {
                throw new FeedException($"line {_line + 1} of the feed is longer than {LongestLine} bytes: send one JSON object a line.");
            }

            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var read = _stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        _ended = read == 0;
    }
}
