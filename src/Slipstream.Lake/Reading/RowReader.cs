using System.Runtime.CompilerServices;
using System.Text;
using Slipstream.Domain;
using Slipstream.Lake.Bytes;

namespace Slipstream.Lake.Reading;

/// <summary>Reads one delimited file.</summary>
internal sealed class RowReader : ISeries
{
    private readonly InputFile _file;
    private readonly Layout _layout;
    private readonly SeriesState _state;
    private readonly RowParser _parser;
    private readonly RowSink _sink;
    private readonly LineBuffer _lines;
    private readonly BadRows _bad;
    private readonly int _onlySymbol;
    private readonly MarketEvent[] _pending;
    private int _pendingStart;
    private int _pendingEnd;
    private long _line;
    private bool _ended;

    /// <param name="file">The file.</param>
    /// <param name="layout">How to read it.</param>
    /// <param name="state">What came before it.</param>
    /// <param name="door">What all files share.</param>
    /// <param name="symbols">Names of a symbol column, if it has one.</param>
    /// <param name="onlySymbol">Number of the one symbol to read; -1 for all.</param>
    /// <param name="watch">Looks after raw share prices.</param>
    public RowReader(InputFile file, Layout layout, SeriesState state, DoorState door, SymbolTable? symbols, int onlySymbol, PriceWatch? watch)
    {
        _file = file;
        _layout = layout;
        _state = state;
        _onlySymbol = onlySymbol;
        _parser = new RowParser(layout, symbols);
        _sink = RowSink.Of(layout, state, watch);
        _pending = new MarketEvent[_sink.MaxEvents];
        _bad = new BadRows(file.Name, door);
        _lines = new LineBuffer(file.Open(door.CountBytes).Stream, file.Name);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Read(Span<MarketEvent> destination)
    {
        var n = 0;
        while (n < destination.Length)
        {
            if (_pendingStart < _pendingEnd)
            {
                destination[n++] = _pending[_pendingStart++];
                continue;
            }

            if (_lines.Start >= _lines.End && (_ended || !_lines.Refill()))
            {
                Finish();
                break;
            }

            var bytes = _lines.Bytes;
            var start = _lines.Start;
            var length = bytes.AsSpan(start, _lines.End - start).IndexOf((byte)'\n');
            _lines.Start = start + length + 1;
            _line++;
            if (length > 0 && bytes[start + length - 1] == (byte)'\r')
            {
                length--;
            }

            if (length == 0 || bytes[start] == (byte)'#' || _line <= _layout.SkipLines)
            {
                continue;
            }

            var fault = _parser.Parse(ref bytes[start], length);
            if (_onlySymbol >= 0 && _parser.Symbol != _onlySymbol)
            {
                continue;
            }

            _bad.Count();
            var count = 0;
            var room = _pending.Length == 1 ? destination[n..] : _pending;
            if (fault == QuarantineReason.None)
            {
                fault = _sink.Take(_parser, room, out count);
            }

            if (fault != QuarantineReason.None)
            {
                Reject(fault, start, length);
            }
            else if (_pending.Length == 1)
            {
                n += count;
            }
            else
            {
                _pendingStart = 0;
                _pendingEnd = count;
            }
        }

        return n;
    }

    public void Dispose() => _lines.Dispose();

    private void Reject(QuarantineReason reason, int start, int length)
    {
        var bytes = _lines.Bytes;
        _bad.Add(reason, () => new(_file.Name, _layout.IsJson ? _line - _layout.SkipLines : _line, reason, RowFaultText.Of(reason, _parser, _layout, _state), Encoding.UTF8.GetString(bytes, start, Math.Min(length, 200))));
    }

    private void Finish()
    {
        if (!_ended)
        {
            _ended = true;
            _bad.Finish();
            Dispose();
        }
    }
}
