using System.Numerics;
using System.Runtime.CompilerServices;

namespace Slipstream.Quant.Indicators;

/// <summary>The maximum of the last n values, in O(1) amortised time.</summary>
/// <remarks>
/// A queue of candidates in falling order (Lemire 2006, "Streaming maximum-minimum filter using no more than three
/// comparisons per element"). The minimum is the negated maximum of the negated values, exactly.
/// </remarks>
internal struct RollingMaximum
{
    private readonly Candidate[] _queue;
    private readonly int _mask;
    private readonly int _period;
    private int _front;
    private int _count;
    private long _now;

    public RollingMaximum(int period)
    {
        _period = period;
        // A power of two, so that wrapping an index is one `and`.
        _queue = new Candidate[(int)BitOperations.RoundUpToPowerOf2((uint)period)];
        _mask = _queue.Length - 1;
    }

    public double Value { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(double x)
    {
        Candidate[] queue = _queue;
        int mask = _mask;
        int front = _front;
        int count = _count;
        long now = _now++;
        if (count > 0 && queue[front & mask].Expiry <= now)
        {
            front++;
            count--;
        }

        while (count > 0 && queue[(front + count - 1) & mask].Value <= x)
        {
            count--;
        }

        queue[(front + count) & mask] = new Candidate(x, now + _period);
        _front = front & mask;
        _count = count + 1;
        Value = queue[front & mask].Value;
    }

    public void Reset()
    {
        _front = 0;
        _count = 0;
        _now = 0;
    }

    private readonly struct Candidate(double value, long expiry)
    {
        public readonly double Value = value;
        public readonly long Expiry = expiry;
    }
}
