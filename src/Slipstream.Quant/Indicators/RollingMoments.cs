namespace Slipstream.Quant.Indicators;

/// <summary>Mean and sum of squared deviations of the last n values, in O(1) amortised time and without drift.</summary>
/// <remarks>
/// The window is split like that of <see cref="RollingSum"/>; either part is accumulated by Welford's recursion (1962),
/// and the two are joined by the formula of Chan, Golub and LeVeque (1983), The American Statistician 37, 242-247.
/// Nothing is subtracted but values from means, so a large offset costs no digits.
/// </remarks>
internal struct RollingMoments
{
    // Left of _next: the current block's values. From _next on: means of the previous block from there to its end.
    private readonly double[] _slots;
    private readonly double[] _previousSquares;

    // 1/k at k: a division is an update's most expensive step.
    private readonly double[] _reciprocals;
    private int _next;
    private int _previousCount;
    private double _currentMean;
    private double _currentSquares;

    public RollingMoments(int period)
    {
        _slots = new double[period];
        _previousSquares = new double[period];
        _reciprocals = new double[period + 1];
        for (int k = 1; k <= period; k++)
        {
            _reciprocals[k] = 1.0 / k;
        }
    }

    public double Mean { get; private set; }

    public double SumOfSquares { get; private set; }

    public void Add(double x)
    {
        _slots[_next++] = x;
        Accumulate(x, _reciprocals[_next], ref _currentMean, ref _currentSquares);
        if (_next == _slots.Length)
        {
            Mean = _currentMean;
            SumOfSquares = _currentSquares;
            CloseBlock();
            return;
        }

        if (_previousCount == 0)
        {
            Mean = _currentMean;
            SumOfSquares = _currentSquares;
            return;
        }

        Join();
    }

    public void Reset()
    {
        _next = 0;
        _previousCount = 0;
        _currentMean = _currentSquares = 0;
        Mean = SumOfSquares = 0;
    }

    private static void Accumulate(double x, double reciprocal, ref double mean, ref double squares)
    {
        double deviation = x - mean;
        mean += deviation * reciprocal;
        squares += deviation * (x - mean);
    }

    private void Join()
    {
        double share = _next * _reciprocals[_slots.Length];
        double gap = _currentMean - _slots[_next];
        Mean = _slots[_next] + gap * share;
        SumOfSquares = _previousSquares[_next] + _currentSquares + gap * gap * ((_slots.Length - _next) * share);
    }

    private void CloseBlock()
    {
        double mean = 0;
        double squares = 0;
        for (int i = _slots.Length - 1; i >= 0; i--)
        {
            Accumulate(_slots[i], _reciprocals[_slots.Length - i], ref mean, ref squares);
            _slots[i] = mean;
            _previousSquares[i] = squares;
        }

        _previousCount = _slots.Length;
        _next = 0;
        _currentMean = 0;
        _currentSquares = 0;
    }
}
