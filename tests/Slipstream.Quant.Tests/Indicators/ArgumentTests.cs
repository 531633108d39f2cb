using Slipstream.Quant.Indicators;

namespace Slipstream.Quant.Tests.Indicators;

public sealed class ArgumentTests
{
    public static TheoryData<Func<IIndicator>> Wrong =>
    [
        () => new SimpleMovingAverage(0),
        () => new ExponentialMovingAverage(0),
        () => new WilderMovingAverage(-1),
        () => new WeightedMovingAverage(0),
        () => new HullMovingAverage(1),
        () => new RelativeStrengthIndex(0),
        () => new MovingAverageConvergenceDivergence(26, 12, 9),
        () => new MovingAverageConvergenceDivergence(12, 26, 0),
        () => new BollingerBands(1),
        () => new BollingerBands(20, 0),
        () => new BollingerBands(20, double.NaN),
        () => new AverageTrueRange(0),
        () => new AverageDirectionalIndex(0),
        () => new DonchianChannel(0),
        () => new ZScore(1),
        () => new RollingStandardDeviation(1),
        () => new RollingStandardDeviation(5, 2),
        () => new RollingVolumeWeightedAveragePrice(0),
        () => new StochasticOscillator(14, 0),
        () => new RateOfChange(0),
        () => new EfficiencyRatio(0),
        () => new HurstExponent(100, 1),
        () => new HurstExponent(20, 19),
        () => new EwmaVolatility(1, 10),
        () => new EwmaVolatility(0.94, 0),
        () => EwmaVolatility.FromSpan(1, 10),
        () => new KalmanFilter(-1, 1),
        () => new KalmanFilter(1, 0),
        () => new KalmanTrendFilter(1, double.PositiveInfinity, 1),
        () => new KalmanRegression(0, 1, 0),
    ];

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_parameter_out_of_range_is_refused_by_name(Func<IIndicator> create) =>
        Assert.NotNull(Assert.Throws<ArgumentOutOfRangeException>(create).ParamName);
}
