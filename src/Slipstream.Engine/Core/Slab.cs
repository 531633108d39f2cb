namespace Slipstream.Engine.Core;

/// <summary>A list whose items are read by reference and whose memory is kept when it is cleared.</summary>
internal struct Slab<T>()
{
    private T[] _items = new T[8];

    public int Count { get; private set; }

    public readonly ref readonly T this[int index] => ref _items[index];

    public int Add(in T item)
    {
        if (Count == _items.Length)
        {
            Array.Resize(ref _items, Count * 2);
        }

        _items[Count] = item;
        return Count++;
    }

    public void Clear() => Count = 0;
}
