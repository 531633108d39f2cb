namespace Slipstream.Quant;

/// <summary>A running sum that carries its own rounding error.</summary>
/// <remarks>Neumaier (1974), ZAMM 54, 39-51: Kahan's method, right also when an addend exceeds the sum.</remarks>
internal struct CompensatedSum
{
    private double _sum;
    private double _lost;

    public readonly double Total => _sum + _lost;

    public void Add(double x)
    {
        double next = _sum + x;
        _lost += Math.Abs(_sum) >= Math.Abs(x) ? (_sum - next) + x : (x - next) + _sum;
        _sum = next;
    }
}
