namespace Slipstream.Quant.Indicators;

/// <summary>Exponentially weighted volatility of returns about zero, per period of the returns.</summary>
/// <remarks>
/// √(Σ λᵏ r²ₜ₋ₖ / Σ λᵏ). The weights are normalised, so no seed is needed; once the denominator has settled it is the
/// recursion of J.P. Morgan/Reuters (1996), RiskMetrics Technical Document, σ² = λσ² + (1−λ)r², whose λ for daily returns is 0.94.
/// Carver (2015), Systematic Trading, uses a span of 35 days.
/// </remarks>
public sealed class EwmaVolatility : IIndicator
{
    private readonly double _lambda;
    private double _weightedSquares;
    private double _weights;
    private int _count;

    /// <summary>Starts empty.</summary>
    /// <param name="lambda">Weight of a return relative to that of the next, between 0 and 1, exclusive.</param>
    /// <param name="warmUp">Number of returns before a value is given, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="lambda"/> isn't between 0 and 1, or <paramref name="warmUp"/> is below 1.
    /// </exception>
    public EwmaVolatility(double lambda, int warmUp)
    {
        Require.InsideUnitInterval(lambda);
        ArgumentOutOfRangeException.ThrowIfLessThan(warmUp, 1);
        _lambda = lambda;
        WarmUp = warmUp;
        Value = double.NaN;
    }

    /// <summary>The volatility per period; multiply by the root of periods per year to annualise.</summary>
    public double Value { get; private set; }

    /// <inheritdoc/>
    public bool IsReady => _count == WarmUp;

    /// <inheritdoc/>
    public int WarmUp { get; }

    /// <summary>
    /// Makes a volatility whose weights have the centre of mass of a simple average of <paramref name="span"/> returns: λ = 1 −
    /// 2/(span+1).
    /// </summary>
    /// <param name="span">Above 1, in returns; Carver's is 35.</param>
    /// <param name="warmUp">Number of returns before a value is given, at least 1.</param>
    /// <returns>An empty instance.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="span"/> isn't above 1, or <paramref name="warmUp"/> is below 1.</exception>
    public static EwmaVolatility FromSpan(double span, int warmUp)
    {
        Require.Positive(span);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(span, 1.0);
        return new EwmaVolatility((span - 1.0) / (span + 1.0), warmUp);
    }

    /// <summary>Takes the next return.</summary>
    /// <param name="periodReturn">A fraction: 0.01 is 1%.</param>
    public void Update(double periodReturn)
    {
        _weightedSquares = _lambda * _weightedSquares + periodReturn * periodReturn;
        _weights = _lambda * _weights + 1.0;
        if (_count < WarmUp && ++_count < WarmUp)
        {
            return;
        }

        Value = Math.Sqrt(_weightedSquares / _weights);
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _weightedSquares = 0;
        _weights = 0;
        _count = 0;
        Value = double.NaN;
    }
}
