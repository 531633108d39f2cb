using System.Buffers.Text;
using System.Text;
using Slipstream.Domain;
using Slipstream.Lake.Bytes;

namespace Slipstream.Lake.Reading;

/// <summary>
/// Reads a recorded feed: book changes, quotes and trades of one instrument. Changes that come before the snapshot wait for it;
/// those that it contains are dropped.
/// </summary>
internal sealed class FeedReader : ISeries
{
    private const int MaxWarnings = 5;
    private const long NanosPerMilli = 1_000_000;
    private readonly InputFile _file;
    private readonly Layout _layout;
    private readonly SeriesState _state;
    private readonly DoorState _door;
    private readonly LineBuffer _lines;
    private readonly BadRows _bad;
    private readonly FeedMessage _message = new();
    private readonly List<MarketEvent> _events = [];
    private readonly List<(long First, long Last, long Previous, long Received, FeedLevel[] Levels)> _waiting = [];
    private bool _awaitsSnapshot;
    private bool _checksSequence;
    private int _given;
    private int _warned;
    private long _line;
    private bool _ended;

    public FeedReader(InputFile file, Layout layout, SeriesState state, DoorState door)
    {
        _file = file;
        _layout = layout;
        _state = state;
        _door = door;
        _awaitsSnapshot = layout.HasSnapshot;
        _checksSequence = state.LastUpdateId != 0;
        _bad = new BadRows(file.Name, door);
        _lines = new LineBuffer(file.Open(door.CountBytes).Stream, file.Name);
        if (!layout.HasSnapshot && state.LastUpdateId == 0)
        {
            door.Warnings.Add($"{file.Name}: there is no snapshot of the book; it fills from changes alone, and levels that do not change stay unknown.");
        }
    }

    public int Read(Span<MarketEvent> destination)
    {
        var n = 0;
        while (n < destination.Length)
        {
            if (_given < _events.Count)
            {
                destination[n++] = _events[_given++];
                continue;
            }

            if (!NextMessage())
            {
                break;
            }
        }

        return n;
    }

    public void Dispose() => _lines.Dispose();

    private bool NextMessage()
    {
        _events.Clear();
        _given = 0;
        if (_ended || (_lines.Start >= _lines.End && !_lines.Refill()))
        {
            Finish();
            return false;
        }

        var bytes = _lines.Bytes.AsSpan(_lines.Start, _lines.End - _lines.Start);
        var line = bytes[..bytes.IndexOf((byte)'\n')];
        _lines.Start += line.Length + 1;
        _line++;
        line = line.TrimEnd((byte)'\r');
        if (line.IsEmpty)
        {
            return true;
        }

        _bad.Count();
        var receipt = 0L;
        var json = line;
        if (line[0] != (byte)'{')
        {
            if (!Utf8Parser.TryParse(line, out receipt, out var used))
            {
                Reject(line);
                return true;
            }

            json = line[used..];
        }

        if (!_message.TryRead(json))
        {
            Reject(line);
            return true;
        }

        Emit(receipt);
        return true;
    }

    private void Reject(ReadOnlySpan<byte> line)
    {
        var text = Encoding.UTF8.GetString(line[..Math.Min(200, line.Length)]);
        var number = _line;
        _bad.Add(QuarantineReason.NotAMessage, () => new(_file.Name, number, QuarantineReason.NotAMessage, "not a message of this feed", text));
    }

    private void Emit(long receipt)
    {
        var m = _message;
        if (m.EventMillis != 0 && receipt != 0)
        {
            _state.ClockOffset = (m.EventMillis * NanosPerMilli) - receipt;
        }

        // The exchange's time, or the receipt on the exchange's clock; never backwards over the streams.
        var exchange = m.EventMillis != 0 ? m.EventMillis * NanosPerMilli : receipt + _state.ClockOffset;
        _state.LastTime = Math.Max(_state.LastTime, exchange);
        var received = receipt == 0 ? exchange : receipt;
        var (id, time, at) = (_state.Ids[0], Instant.FromUnixNanos(_state.LastTime), Instant.FromUnixNanos(received));
        switch (m.Type)
        {
            case FeedMessage.Kind.Trade when m.Bid > 0:
                _events.Add(MarketEvent.OfTrade(id, time, at, Price.FromRaw(m.Bid), m.BidSize, m.IsBuyerMaker ? Side.Sell : Side.Buy, m.TradeId));
                break;
            case FeedMessage.Kind.Ticker:
                _events.Add(MarketEvent.OfQuote(id, time, at, Price.FromRaw(m.Bid), Price.FromRaw(m.Ask), m.BidSize, m.AskSize));
                break;
            case FeedMessage.Kind.Snapshot:
                TakeSnapshot(received);
                break;
            case FeedMessage.Kind.Depth when _awaitsSnapshot:
                _waiting.Add((m.FirstUpdate, m.LastUpdate, m.PreviousUpdate, received, [.. m.Levels]));
                break;
            case FeedMessage.Kind.Depth:
                TakeChanges(m.FirstUpdate, m.LastUpdate, m.PreviousUpdate, received, m.Levels);
                break;
        }
    }

    private void TakeSnapshot(long received)
    {
        AddLevels(_message.Levels, _message.LastUpdate, received, MarketEventFlags.SnapshotStart);
        _awaitsSnapshot = false;
        _checksSequence = false;
        _state.LastUpdateId = _message.LastUpdate;
        foreach (var (first, last, previous, at, levels) in _waiting)
        {
            TakeChanges(first, last, previous, at, levels);
        }

        _waiting.Clear();
    }

    private void TakeChanges(long first, long last, long previous, long received, IReadOnlyList<FeedLevel> levels)
    {
        if (last != 0 && last <= _state.LastUpdateId)
        {
            _door.Quarantine.Add(QuarantineReason.RepeatedRow, () => throw new InvalidOperationException("Dropped rows keep no example."));
            return;
        }

        var follows = previous >= 0 ? previous == _state.LastUpdateId : first == 0 || first == _state.LastUpdateId + 1;
        if (_checksSequence && !follows && _warned++ < MaxWarnings)
        {
            _door.Warnings.Add($"{_file.Name}:{_line}: changes of the book are missing between updates {_state.LastUpdateId} and {last}; the book may be wrong until the next snapshot.");
        }

        _checksSequence = true;
        _state.LastUpdateId = last;
        AddLevels(levels, last, received, MarketEventFlags.None);
    }

    private void AddLevels(IReadOnlyList<FeedLevel> levels, long update, long received, MarketEventFlags first)
    {
        var (id, time, at) = (_state.Ids[0], Instant.FromUnixNanos(_state.LastTime), Instant.FromUnixNanos(received));
        for (var i = 0; i < levels.Count; i++)
        {
            var flags = (i == 0 ? first : MarketEventFlags.None) | (i == levels.Count - 1 ? MarketEventFlags.EndOfMessage : MarketEventFlags.None);
            _events.Add(MarketEvent.OfBookChange(id, time, at, levels[i].IsBid ? Side.Buy : Side.Sell, Price.FromRaw(levels[i].Price), levels[i].Size, update, flags));
        }
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
