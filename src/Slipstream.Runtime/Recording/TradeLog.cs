using Slipstream.Domain;
using Slipstream.Runtime.Results;

namespace Slipstream.Runtime.Recording;

/// <summary>The latest fills of an instrument, for its chart.</summary>
internal sealed class TradeLog
{
    private const int Capacity = 20_000;
    private readonly Queue<TradeMark> _marks = new();

    public long LeftOut { get; private set; }

    public IReadOnlyList<TradeMark> Marks => [.. _marks];

    public void Add(in Fill fill)
    {
        if (_marks.Count == Capacity)
        {
            _marks.Dequeue();
            LeftOut++;
        }

        _marks.Enqueue(new(fill.Time, fill.Side, fill.Price.ToDouble(), fill.Quantity.ToDouble()));
    }
}
