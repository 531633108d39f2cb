using Slipstream.Domain;

namespace Slipstream.Lake.Reading;

/// <summary>Several series as one, by time; at equal times by the universe's order, then by the series' order. Funding gets its mark price here.</summary>
internal sealed class MergeReader : IMarketEventReader
{
    private const int BlockSize = 512;
    private readonly Head[] _heads;
    private readonly int[] _heap;
    private readonly Price[] _lastPrice;
    private int _count;

    public MergeReader(Universe universe, IReadOnlyList<ISeries> series)
    {
        Universe = universe;
        _heads = [.. series.Select(s => new Head(s))];
        _heap = new int[_heads.Length];
        _lastPrice = new Price[universe.Count];
    }

    public Universe Universe { get; }

    public int Read(Span<MarketEvent> destination)
    {
        Start();
        var n = 0;
        while (n < destination.Length && _count > 0)
        {
            var head = _heads[_heap[0]];
            destination[n++] = WithMark(head.Current);
            if (!head.MoveNext())
            {
                _heap[0] = _heap[--_count];
            }

            SiftDown(0);
        }

        return n;
    }

    public void Dispose()
    {
        foreach (var head in _heads)
        {
            head.Series.Dispose();
        }
    }

    private void Start()
    {
        if (_started)
        {
            return;
        }

        _started = true;
        for (var i = 0; i < _heads.Length; i++)
        {
            if (_heads[i].MoveNext())
            {
                _heap[_count++] = i;
            }
        }

        for (var i = (_count / 2) - 1; i >= 0; i--)
        {
            SiftDown(i);
        }
    }

    private bool _started;

    private MarketEvent WithMark(in MarketEvent e)
    {
        ref var last = ref _lastPrice[e.Instrument.Index];
        if (e.Kind == MarketEventKind.Funding)
        {
            return e.Last.Raw == 0 ? MarketEvent.OfFunding(e.Instrument, e.Time, e.AsFunding().Rate, last) : e;
        }

        if (e.Kind != MarketEventKind.BookChange)
        {
            last = e.Last;
        }

        return e;
    }

    private bool IsBefore(int a, int b)
    {
        ref readonly var x = ref _heads[a].Current;
        ref readonly var y = ref _heads[b].Current;
        var byTime = x.Time.CompareTo(y.Time);
        var order = byTime != 0 ? byTime : x.Instrument.Index.CompareTo(y.Instrument.Index);
        return order != 0 ? order < 0 : a < b;
    }

    private void SiftDown(int i)
    {
        while (true)
        {
            var child = (2 * i) + 1;
            if (child >= _count)
            {
                return;
            }

            if (child + 1 < _count && IsBefore(_heap[child + 1], _heap[child]))
            {
                child++;
            }

            if (!IsBefore(_heap[child], _heap[i]))
            {
                return;
            }

            (_heap[i], _heap[child]) = (_heap[child], _heap[i]);
            i = child;
        }
    }

    private sealed class Head(ISeries series)
    {
        private readonly MarketEvent[] _block = new MarketEvent[BlockSize];
        private int _at = -1;
        private int _filled;

        public ISeries Series => series;

        public ref readonly MarketEvent Current => ref _block[_at];

        public bool MoveNext()
        {
            if (++_at >= _filled)
            {
                _filled = series.Read(_block);
                _at = 0;
            }

            return _filled > 0;
        }
    }
}
