using System.Runtime.CompilerServices;
using Slipstream.Domain;
using Slipstream.Runtime.Results;

namespace Slipstream.Runtime.Recording;

/// <summary>Keeps an instrument's prices in at most some thousand candles: when full, neighbours are joined.</summary>
internal sealed class CandleSampler
{
    private const int Capacity = 2048;
    private readonly List<Candle> _candles = new(Capacity);
    private long _end = long.MinValue;
    private long _spacing;
    private long _time;
    private long _open;
    private long _high;
    private long _low;
    private long _close;
    private bool _running;

    public IReadOnlyList<Candle> Candles()
    {
        Close();
        return _candles;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(in MarketEvent e)
    {
        if (e.Kind == MarketEventKind.Bar)
        {
            var bar = e.AsBar();
            Add(e.Time.UnixNanos, bar.Open.Raw, bar.High.Raw, bar.Low.Raw, bar.Close.Raw);
        }
        else if (e.Kind is MarketEventKind.Trade or MarketEventKind.Quote)
        {
            var price = e.Last.Raw;
            Add(e.Time.UnixNanos, price, price, price, price);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add(long time, long open, long high, long low, long close)
    {
        if (!_running || time > _end)
        {
            Begin(time, open, high, low);
        }

        _high = Math.Max(_high, high);
        _low = Math.Min(_low, low);
        _close = close;
        _time = time;
    }

    private void Begin(long time, long open, long high, long low)
    {
        Close();
        (_open, _high, _low, _running) = (open, high, low, true);
        _end = _spacing == 0 ? time : time + _spacing;
    }

    private void Close()
    {
        if (!_running)
        {
            return;
        }

        _running = false;
        _candles.Add(new(Instant.FromUnixNanos(_time), Grid.ToDouble(_open), Grid.ToDouble(_high), Grid.ToDouble(_low), Grid.ToDouble(_close)));
        if (_candles.Count == Capacity)
        {
            Join();
        }
    }

    private void Join()
    {
        for (var i = 0; i < Capacity / 2; i++)
        {
            var (a, b) = (_candles[2 * i], _candles[(2 * i) + 1]);
            _candles[i] = new(b.Time, a.Open, Math.Max(a.High, b.High), Math.Min(a.Low, b.Low), b.Close);
        }

        _candles.RemoveRange(Capacity / 2, Capacity / 2);
        var span = (_candles[^1].Time - _candles[0].Time).Nanos;
        _spacing = Math.Max(_spacing * 2, span / (Capacity / 2));
    }
}
