namespace Slipstream.Simulation;

// The price levels of one side of a recorded book, worst first, so that changes near the touch move few others.
internal sealed class BookSide(Side side)
{
    // Bids as they are, asks negated: a higher key is a better price.
    private readonly int _sign = side.Sign();
    private long[] _keys = new long[8];
    private double[] _sizes = new double[8];

    // Taken by own orders since the level was last told; own orders do not change the recorded sizes.
    private double[] _taken = new double[8];

    public int Count { get; private set; }

    public long? BestPrice => Count > 0 ? _keys[Count - 1] * _sign : null;

    // Levels by rank, best is 0.
    public long PriceAt(int rank) => _keys[Count - 1 - rank] * _sign;

    public double AvailableAt(int rank) => Math.Max(0, _sizes[Count - 1 - rank] - _taken[Count - 1 - rank]);

    public void Take(int rank, double quantity) => _taken[Count - 1 - rank] += quantity;

    // Displayed size at a price; 0 where there is no level; infinite where the price lies beyond all that is displayed.
    public double DisplayedAt(long price)
    {
        if (Count == 0 || price * _sign < _keys[0])
        {
            return double.PositiveInfinity;
        }

        var index = Find(price * _sign);
        return index >= 0 ? _sizes[index] : 0;
    }

    public void Clear() => Count = 0;

    public void Set(long price, double size)
    {
        var key = price * _sign;
        var index = Find(key);
        if (size > 0)
        {
            if (index < 0)
            {
                Insert(~index, key, size);
            }
            else if (_sizes[index] != size)
            {
                _sizes[index] = size;
                _taken[index] = 0;
            }
        }
        else if (index >= 0)
        {
            Remove(index);
        }
    }

    // A new best: levels better than it are gone.
    public void SetBest(long price, double size)
    {
        while (Count > 0 && _keys[Count - 1] > price * _sign)
        {
            Count--;
        }

        Set(price, size);
    }

    // The only level that is known.
    public void SetOnly(long price, double size)
    {
        if (Count == 1 && _keys[0] == price * _sign)
        {
            Set(price, size);
            return;
        }

        Clear();
        Set(price, size);
    }

    private int Find(long key)
    {
        // Most changes are near the best level.
        for (var i = Count - 1; i >= 0 && i >= Count - 4; i--)
        {
            if (_keys[i] <= key)
            {
                return _keys[i] == key ? i : ~(i + 1);
            }
        }

        return Array.BinarySearch(_keys, 0, Count, key);
    }

    private void Insert(int index, long key, double size)
    {
        if (Count == _keys.Length)
        {
            Array.Resize(ref _keys, Count * 2);
            Array.Resize(ref _sizes, Count * 2);
            Array.Resize(ref _taken, Count * 2);
        }

        Array.Copy(_keys, index, _keys, index + 1, Count - index);
        Array.Copy(_sizes, index, _sizes, index + 1, Count - index);
        Array.Copy(_taken, index, _taken, index + 1, Count - index);
        _keys[index] = key;
        _sizes[index] = size;
        _taken[index] = 0;
        Count++;
    }

    private void Remove(int index)
    {
        Count--;
        Array.Copy(_keys, index + 1, _keys, index, Count - index);
        Array.Copy(_sizes, index + 1, _sizes, index, Count - index);
        Array.Copy(_taken, index + 1, _taken, index, Count - index);
    }
}
