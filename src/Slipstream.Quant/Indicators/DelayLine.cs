namespace Slipstream.Quant.Indicators;

/// <summary>Gives back each value n pushes later.</summary>
internal struct DelayLine
{
    private readonly double[] _ring;
    private int _next;

    public DelayLine(int delay) => _ring = new double[delay];

    /// <summary>Stores a value and returns the one stored n pushes before, or 0 while there is none.</summary>
    public double Push(double x)
    {
        double old = _ring[_next];
        _ring[_next] = x;
        _next = _next + 1 == _ring.Length ? 0 : _next + 1;
        return old;
    }

    /// <summary>The value stored <paramref name="ago"/> pushes before the last one; 0 is the last itself.</summary>
    public readonly double Back(int ago)
    {
        int slot = _next - 1 - ago;
        return _ring[slot < 0 ? slot + _ring.Length : slot];
    }

    public void Reset()
    {
        Array.Clear(_ring);
        _next = 0;
    }
}
