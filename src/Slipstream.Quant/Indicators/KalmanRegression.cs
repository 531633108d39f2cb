namespace Slipstream.Quant.Indicators;

/// <summary>A regression y = α + βx + ε whose coefficients walk at random: the moving hedge ratio of a pair.</summary>
/// <remarks>
/// α and β start at 0 with a prior variance; each then gains <c>coefficientVariance</c> per observation. With
/// none the estimate is ridge regression on all data so far. Source: Chan (2013), Algorithmic Trading, chapter 3.
/// </remarks>
public sealed class KalmanRegression : IIndicator
{
    private readonly double _coefficientVariance;
    private readonly double _observationVariance;
    private readonly double _priorVariance;
    private double _varIntercept;
    private double _covariance;
    private double _varSlope;
    private double _determinant;
    private double _intercept;
    private double _slope;
    private int _count;

    /// <summary>Starts at the prior; the warm-up is 2.</summary>
    /// <param name="coefficientVariance">Variance of the change of α and of β per observation, not negative.</param>
    /// <param name="observationVariance">Variance of ε, squared unit of y, positive.</param>
    /// <param name="priorVariance">Variance of α and of β before the first observation, positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">A variance is out of its range or not finite.</exception>
    public KalmanRegression(double coefficientVariance, double observationVariance, double priorVariance = 1.0)
    {
        Require.NotNegative(coefficientVariance);
        Require.Positive(observationVariance);
        Require.Positive(priorVariance);
        _coefficientVariance = coefficientVariance;
        _observationVariance = observationVariance;
        _priorVariance = priorVariance;
        Reset();
    }

    /// <summary>β, units of y per unit of x.</summary>
    public double Slope => IsReady ? _slope : double.NaN;

    /// <summary>α, in units of y.</summary>
    public double Intercept => IsReady ? _intercept : double.NaN;

    /// <summary>The last y less its forecast from the coefficients before it: the spread, in units of y.</summary>
    public double Surprise { get; private set; }

    /// <summary>The standard deviation that was forecast for <see cref="Surprise"/>; their quotient is a z-score.</summary>
    public double SurpriseDeviation { get; private set; }

    /// <summary>The same as <see cref="Slope"/>.</summary>
    public double Value => Slope;

    /// <inheritdoc/>
    public bool IsReady => _count == 2;

    /// <summary>2.</summary>
    public int WarmUp => 2;

    /// <summary>Takes the next pair.</summary>
    /// <param name="y">The dependent value, finite.</param>
    /// <param name="x">The explaining value, finite.</param>
    public void Update(double y, double x)
    {
        double varIntercept = _varIntercept + _coefficientVariance;
        double varSlope = _varSlope + _coefficientVariance;
        double withIntercept = varIntercept + _covariance * x;
        double withSlope = _covariance + varSlope * x;
        double total = withIntercept + withSlope * x + _observationVariance;
        double surprise = y - (_intercept + _slope * x);

        _intercept += withIntercept / total * surprise;
        _slope += withSlope / total * surprise;

        // P − KKᵀ·total over one denominator, with the determinant carried along: variances are then sums of positive
        // terms, and can't turn negative when α and β are almost collinear.
        double determinant = _determinant + _coefficientVariance * (_varIntercept + _varSlope + _coefficientVariance);
        double noise = _observationVariance / total;
        double scaled = determinant / total;
        _covariance = _covariance * noise - scaled * x;
        _varIntercept = varIntercept * noise + scaled * x * x;
        _varSlope = varSlope * noise + scaled;
        _determinant = determinant * noise;

        if (_count < 2)
        {
            _count++;
        }

        if (IsReady)
        {
            Surprise = surprise;
            SurpriseDeviation = Math.Sqrt(total);
        }
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _count = 0;
        _intercept = _slope = _covariance = 0;
        _varIntercept = _varSlope = _priorVariance;
        _determinant = _priorVariance * _priorVariance;
        Surprise = SurpriseDeviation = double.NaN;
    }
}
