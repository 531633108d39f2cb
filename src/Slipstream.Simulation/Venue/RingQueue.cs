using System.Runtime.CompilerServices;

namespace Slipstream.Simulation;

// First in, first out, in an array that grows and is used again; elements are written and read in place.
internal sealed class RingQueue<T>
    where T : struct
{
    private T[] _items = new T[16];
    private int _head;

    public int Count { get; private set; }

    public bool IsEmpty => Count == 0;

    public ref T Head => ref _items[_head];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref T Enqueue()
    {
        if (Count == _items.Length)
        {
            Grow();
        }

        return ref _items[(_head + Count++) & (_items.Length - 1)];
    }

    // The slot keeps its bytes until it is written again.
    public void Drop()
    {
        _head = (_head + 1) & (_items.Length - 1);
        Count--;
    }

    private void Grow()
    {
        var grown = new T[_items.Length * 2];
        for (var i = 0; i < Count; i++)
        {
            grown[i] = _items[(_head + i) & (_items.Length - 1)];
        }

        _items = grown;
        _head = 0;
    }
}
