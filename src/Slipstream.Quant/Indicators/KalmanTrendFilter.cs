namespace Slipstream.Quant.Indicators;

/// <summary>
/// Filtered level and slope of a local linear trend seen through noise, in the observations' unit and that unit per observation.
/// </summary>
/// <remarks>
/// xₜ = μₜ + εₜ, μₜ₊₁ = μₜ + νₜ + ξₜ, νₜ₊₁ = νₜ + ζₜ. The start is exactly diffuse: the first two observations fix level and slope.
/// Source: Durbin and Koopman (2012), Time Series Analysis by State Space Methods, sections 3.2 and 5.2.
/// </remarks>
public sealed class KalmanTrendFilter : IIndicator
{
    private readonly double _levelVariance;
    private readonly double _slopeVariance;
    private readonly double _observationVariance;
    private double _level;
    private double _slope;
    private double _varLevel;
    private double _covariance;
    private double _varSlope;
    private int _count;

    /// <summary>Starts empty; the warm-up is 2.</summary>
    /// <param name="levelVariance">Variance of ξ per observation, squared unit, not negative.</param>
    /// <param name="slopeVariance">Variance of ζ per observation, squared unit, not negative.</param>
    /// <param name="observationVariance">Variance of ε, squared unit, positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">A variance is out of its range or not finite.</exception>
    public KalmanTrendFilter(double levelVariance, double slopeVariance, double observationVariance)
    {
        Require.NotNegative(levelVariance);
        Require.NotNegative(slopeVariance);
        Require.Positive(observationVariance);
        _levelVariance = levelVariance;
        _slopeVariance = slopeVariance;
        _observationVariance = observationVariance;
    }

    /// <summary>The filtered level.</summary>
    public double Value => IsReady ? _level : double.NaN;

    /// <summary>The filtered slope, unit per observation; <see cref="double.NaN"/> until <see cref="IsReady"/>.</summary>
    public double Slope => IsReady ? _slope : double.NaN;

    /// <summary>The filtered slope's standard error, unit per observation; <see cref="double.NaN"/> until <see cref="IsReady"/>.</summary>
    public double SlopeError => IsReady ? Math.Sqrt(_varSlope) : double.NaN;

    /// <inheritdoc/>
    public bool IsReady => _count == 2;

    /// <summary>2.</summary>
    public int WarmUp => 2;

    /// <summary>Takes the next observation.</summary>
    /// <param name="x">A finite value.</param>
    public void Update(double x)
    {
        if (_count == 2)
        {
            Filter(x);
            return;
        }

        if (++_count == 2)
        {
            _slope = x - _level;
            _varLevel = _observationVariance;
            _covariance = _observationVariance;
            _varSlope = 2.0 * _observationVariance + _levelVariance + _slopeVariance;
        }

        _level = x;
    }

    /// <inheritdoc/>
    public void Reset() => _count = 0;

    private void Filter(double x)
    {
        double level = _level + _slope;
        double varLevel = _varLevel + 2.0 * _covariance + _varSlope + _levelVariance;
        double covariance = _covariance + _varSlope;
        double varSlope = _varSlope + _slopeVariance;

        double total = varLevel + _observationVariance;
        double levelGain = varLevel / total;
        double slopeGain = covariance / total;
        double surprise = x - level;
        _level = level + levelGain * surprise;
        _slope += slopeGain * surprise;
        _varLevel = levelGain * _observationVariance;
        _covariance = slopeGain * _observationVariance;
        _varSlope = varSlope - slopeGain * covariance;
    }
}
