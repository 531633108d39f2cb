namespace Slipstream.Quant.Indicators;

/// <summary>Filtered level of a random walk seen through noise (the local level model), in the observations' unit.</summary>
/// <remarks>
/// xₜ = μₜ + εₜ, μₜ₊₁ = μₜ + ηₜ. The start is exactly diffuse: the first observation is the first level.
/// Source: Durbin and Koopman (2012), Time Series Analysis by State Space Methods, chapter 2.
/// </remarks>
public sealed class KalmanFilter : IIndicator
{
    private readonly double _levelVariance;
    private readonly double _observationVariance;

    /// <summary>Starts empty.</summary>
    /// <param name="levelVariance">Variance of η per observation, squared unit, not negative.</param>
    /// <param name="observationVariance">Variance of ε, squared unit, positive. Only the ratio of the two moves <see cref="Value"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A variance is out of its range or not finite.</exception>
    public KalmanFilter(double levelVariance, double observationVariance)
    {
        Require.NotNegative(levelVariance);
        Require.Positive(observationVariance);
        _levelVariance = levelVariance;
        _observationVariance = observationVariance;
        Reset();
    }

    /// <summary>The filtered level.</summary>
    public double Value { get; private set; }

    /// <summary>The filtered level's variance, squared unit; <see cref="double.NaN"/> until <see cref="IsReady"/>.</summary>
    public double Variance { get; private set; }

    /// <inheritdoc/>
    public bool IsReady { get; private set; }

    /// <summary>1.</summary>
    public int WarmUp => 1;

    /// <summary>Takes the next observation.</summary>
    /// <param name="x">A finite value.</param>
    public void Update(double x)
    {
        if (!IsReady)
        {
            IsReady = true;
            Value = x;
            Variance = _observationVariance;
            return;
        }

        double predicted = Variance + _levelVariance;
        double gain = predicted / (predicted + _observationVariance);
        Value += gain * (x - Value);
        Variance = gain * _observationVariance;
    }

    /// <inheritdoc/>
    public void Reset()
    {
        IsReady = false;
        Value = double.NaN;
        Variance = double.NaN;
    }
}
