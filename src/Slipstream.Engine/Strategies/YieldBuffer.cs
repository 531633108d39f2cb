using Slipstream.Domain;

namespace Slipstream.Engine.Strategies;

/// <summary>What a strategy yielded during one call, in order.</summary>
internal sealed class YieldBuffer
{
    private Yielded[] _items = new Yielded[8];

    public int Count { get; private set; }

    public ref readonly Yielded this[int index] => ref _items[index];

    public void Add(in Yielded item)
    {
        if (Count == _items.Length)
        {
            Array.Resize(ref _items, Count * 2);
        }

        _items[Count++] = item;
    }

    public void Clear() => Count = 0;

    /// <summary>A bare decision (no kind), or an intent.</summary>
    public readonly record struct Yielded(IntentKind? Kind, IntentId Id, OrderRequest Request, OrderId? Target, string Rationale, IReadOnlyList<string> Tags);
}
