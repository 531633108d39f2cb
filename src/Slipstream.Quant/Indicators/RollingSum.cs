using System.Runtime.CompilerServices;

namespace Slipstream.Quant.Indicators;

/// <summary>The sum of the last n values, in O(1) amortised time and without drift.</summary>
/// <remarks>
/// Adding the newest and subtracting the oldest value keeps every rounding error for ever. Here the window is the end of
/// the previous block of n values plus the beginning of the current one (van Herk 1992; Gil and Werman 1993), so nothing
/// is ever subtracted and the error is that of summing one window.
/// </remarks>
internal struct RollingSum
{
    // Left of _next: the current block's values. From _next on: sums of the previous block from there to its end.
    private readonly double[] _slots;
    private int _next;
    private double _current;

    public RollingSum(int period) => _slots = new double[period];

    public double Total { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(double x)
    {
        double[] slots = _slots;
        int next = _next;
        slots[next++] = x;
        _current += x;
        if (next < slots.Length)
        {
            Total = _current + slots[next];
            _next = next;
        }
        else
        {
            Total = _current;
            CloseBlock();
        }
    }

    public void Reset()
    {
        Array.Clear(_slots);
        _next = 0;
        _current = 0;
        Total = 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void CloseBlock()
    {
        double sum = 0;
        for (int i = _slots.Length - 1; i >= 0; i--)
        {
            sum += _slots[i];
            _slots[i] = sum;
        }

        _next = 0;
        _current = 0;
    }
}
