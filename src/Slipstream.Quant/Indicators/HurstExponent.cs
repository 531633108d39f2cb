namespace Slipstream.Quant.Indicators;

/// <summary>
/// The generalised Hurst exponent (order 2) of the last n observations: below 0.5 reverting, 0.5 a random walk, above 0.5
/// trending.
/// </summary>
/// <remarks>
/// The mean squared difference at lag τ grows as τ^(2H); H is half the least-squares slope of its logarithm on log τ, for
/// τ = 1 … maxLag. The differences aren't centred, so that drift counts as trend. 0.5 when some lag shows no
/// movement. Each update costs O(maxLag). Source: Di Matteo (2007), Quantitative Finance 7, 21-36.
/// </remarks>
public sealed class HurstExponent : IIndicator
{
    private readonly int _period;
    private readonly double[] _slopeWeights;
    private readonly RollingSum[] _squares;
    private DelayLine _past;
    private int _count;

    /// <summary>Starts empty.</summary>
    /// <param name="period">Length of the window in observations, at least twice <paramref name="maxLag"/>; also the warm-up.</param>
    /// <param name="maxLag">The longest lag, at least 2; Di Matteo's is 19.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="maxLag"/> is below 2, or <paramref name="period"/> below twice that.
    /// </exception>
    public HurstExponent(int period, int maxLag = 19)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxLag, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 2 * maxLag);
        _period = period;
        _past = new DelayLine(maxLag + 1);
        _squares = new RollingSum[maxLag];
        for (int lag = 1; lag <= maxLag; lag++)
        {
            _squares[lag - 1] = new RollingSum(period - lag);
        }

        _slopeWeights = LeastSquaresSlope(maxLag);
        Value = double.NaN;
    }

    /// <inheritdoc/>
    public double Value { get; private set; }

    /// <inheritdoc/>
    public bool IsReady => _count == _period;

    /// <inheritdoc/>
    public int WarmUp => _period;

    /// <summary>Takes the next observation.</summary>
    /// <param name="x">A finite value, usually the logarithm of a price.</param>
    public void Update(double x)
    {
        _past.Push(x);
        for (int lag = 1; lag <= _squares.Length && lag <= _count; lag++)
        {
            double difference = x - _past.Back(lag);
            _squares[lag - 1].Add(difference * difference);
        }

        if (_count < _period && ++_count < _period)
        {
            return;
        }

        Value = Estimate();
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _past.Reset();
        for (int i = 0; i < _squares.Length; i++)
        {
            _squares[i].Reset();
        }

        _count = 0;
        Value = double.NaN;
    }

    private static double[] LeastSquaresSlope(int maxLag)
    {
        double[] weights = new double[maxLag];
        double mean = 0;
        for (int i = 0; i < maxLag; i++)
        {
            weights[i] = Math.Log(i + 1.0);
            mean += weights[i] / maxLag;
        }

        double squares = 0;
        for (int i = 0; i < maxLag; i++)
        {
            weights[i] -= mean;
            squares += weights[i] * weights[i];
        }

        for (int i = 0; i < maxLag; i++)
        {
            weights[i] /= squares;
        }

        return weights;
    }

    private double Estimate()
    {
        double slope = 0;
        for (int i = 0; i < _squares.Length; i++)
        {
            double meanSquare = _squares[i].Total / (_period - i - 1);
            if (meanSquare <= 0)
            {
                return 0.5;
            }

            slope += _slopeWeights[i] * Math.Log(meanSquare);
        }

        return 0.5 * slope;
    }
}
