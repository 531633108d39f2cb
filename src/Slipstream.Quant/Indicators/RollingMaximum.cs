using System.Runtime.CompilerServices;

namespace Slipstream.Quant.Indicators;

/// <summary>The maximum of the last n values, in O(1) amortised time.</summary>
/// <remarks>
/// Laid out like <see cref="RollingSum"/>. A monotonic deque of candidates would need no second pass over a block, but
/// it branches on the data, and mispredictions make it several times slower. The minimum is the negated maximum of
/// the negated values, exactly. Source: van Herk (1992), Pattern Recognition Letters 13, 517-521.
/// </remarks>
internal struct RollingMaximum
{
    // Left of _next: the current block's values. From _next on: maxima of the previous block from there to its end.
    private readonly double[] _slots;
    private int _next;
    private double _current;

    public RollingMaximum(int period)
    {
        _slots = new double[period];
        Reset();
    }

    public double Value { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(double x)
    {
        double[] slots = _slots;
        int next = _next;
        slots[next++] = x;
        double current = Math.Max(x, _current);
        if (next < slots.Length)
        {
            Value = Math.Max(current, slots[next]);
            _current = current;
            _next = next;
        }
        else
        {
            Value = current;
            CloseBlock();
        }
    }

    public void Reset()
    {
        Array.Fill(_slots, double.NegativeInfinity);
        _next = 0;
        _current = double.NegativeInfinity;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void CloseBlock()
    {
        double maximum = double.NegativeInfinity;
        for (int i = _slots.Length - 1; i >= 0; i--)
        {
            maximum = Math.Max(_slots[i], maximum);
            _slots[i] = maximum;
        }

        _next = 0;
        _current = double.NegativeInfinity;
    }
}
