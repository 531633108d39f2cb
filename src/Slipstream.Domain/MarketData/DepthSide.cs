namespace Slipstream.Domain;

/// <summary>One side of a book: price levels from worst to best, so that changes near the touch move little.</summary>
public sealed class DepthSide(Side side)
{
    private DepthLevel[] _levels = new DepthLevel[64];

    /// <summary>Number of levels.</summary>
    public int Count { get; private set; }

    /// <summary>The best level; null if the side is empty.</summary>
    public DepthLevel? Best => Count == 0 ? null : _levels[Count - 1];

    /// <summary>Returns a level counted from the best: 0 is the best.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such level.</exception>
    public DepthLevel FromBest(int depth)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)depth, (uint)Count);
        return _levels[Count - 1 - depth];
    }

    /// <summary>Returns the size at a price; 0 if there is no such level.</summary>
    public double SizeAt(Price price)
    {
        var index = Find(price);
        return index >= 0 ? _levels[index].Size : 0;
    }

    /// <summary>Sets the size of a level; 0 deletes it.</summary>
    public void Set(Price price, double size)
    {
        var index = Find(price);
        if (index >= 0)
        {
            if (size > 0)
            {
                _levels[index] = new(price, size);
            }
            else
            {
                Array.Copy(_levels, index + 1, _levels, index, --Count - index);
            }
        }
        else if (size > 0)
        {
            Insert(~index, new(price, size));
        }
    }

    /// <summary>Deletes all levels.</summary>
    public void Clear() => Count = 0;

    private void Insert(int index, DepthLevel level)
    {
        if (Count == _levels.Length)
        {
            Array.Resize(ref _levels, Count * 2);
        }

        Array.Copy(_levels, index, _levels, index + 1, Count++ - index);
        _levels[index] = level;
    }

    // Binary search in an order that rises for bids and falls for asks; the complement of the place if absent.
    private int Find(Price price)
    {
        int low = 0, high = Count - 1;
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = _levels[middle].Price.CompareTo(price) * side.Sign();
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return ~low;
    }
}
