using Slipstream.Quant.Indicators;

namespace Slipstream.Quant.Tests.Indicators;

/// <summary>Every indicator, with the parameters that make_golden.py uses.</summary>
internal static class Subjects
{
    public static readonly Subject[] All =
    [
        Subject.Windowed(() => new SimpleMovingAverage(20), (i, b) => i.Update(b.Close), ("sma_20", i => i.Value)),
        Subject.Recursive(() => new ExponentialMovingAverage(12), (i, b) => i.Update(b.Close), ("ema_12", i => i.Value)),
        Subject.Recursive(() => new WilderMovingAverage(14), (i, b) => i.Update(b.Close), ("wilder_14", i => i.Value)),
        Subject.Windowed(() => new WeightedMovingAverage(10), (i, b) => i.Update(b.Close), ("wma_10", i => i.Value)),
        Subject.Windowed(() => new HullMovingAverage(16), (i, b) => i.Update(b.Close), ("hma_16", i => i.Value)),
        Subject.Windowed(() => new HullMovingAverage(21), (i, b) => i.Update(b.Close), ("hma_21", i => i.Value)),
        Subject.Recursive(() => new RelativeStrengthIndex(14), (i, b) => i.Update(b.Close), ("rsi_14", i => i.Value)),
        Subject.Recursive(() => new MovingAverageConvergenceDivergence(12, 26, 9), (i, b) => i.Update(b.Close),
            ("macd", i => i.Macd), ("macd_signal", i => i.Signal), ("macd_histogram", i => i.Histogram)),
        Subject.Windowed(() => new BollingerBands(20, 2), (i, b) => i.Update(b.Close),
            ("bb_middle", i => i.Middle), ("bb_upper", i => i.Upper), ("bb_lower", i => i.Lower),
            ("bb_percent_b", i => i.PercentB), ("bb_bandwidth", i => i.Bandwidth)),
        Subject.Recursive(() => new AverageTrueRange(14), (i, b) => i.Update(b.High, b.Low, b.Close), ("atr_14", i => i.Value)),
        Subject.Recursive(() => new AverageDirectionalIndex(14), (i, b) => i.Update(b.High, b.Low, b.Close),
            ("adx_14", i => i.Value), ("adx_plus", i => i.PlusDi), ("adx_minus", i => i.MinusDi)),
        Subject.Windowed(() => new DonchianChannel(20), (i, b) => i.Update(b.High, b.Low),
            ("donchian_middle", i => i.Value), ("donchian_upper", i => i.Upper), ("donchian_lower", i => i.Lower)),
        Subject.Windowed(() => new ZScore(20), (i, b) => i.Update(b.Close), ("zscore_20", i => i.Value)),
        Subject.Windowed(() => new RollingStandardDeviation(20), (i, b) => i.Update(b.Close), ("std_20", i => i.Value), ("sma_20", i => i.Mean)),
        Subject.Recursive(() => new VolumeWeightedAveragePrice(), (i, b) => i.Update(b.Close, b.Volume), ("vwap", i => i.Value)),
        Subject.Windowed(() => new RollingVolumeWeightedAveragePrice(5), (i, b) => i.Update(b.Close, b.Volume), ("vwap_5", i => i.Value)),
        Subject.Recursive(() => new OnBalanceVolume(), (i, b) => i.Update(b.Close, b.Volume), ("obv", i => i.Value)),
        Subject.Windowed(() => new StochasticOscillator(14, 3, 3), (i, b) => i.Update(b.High, b.Low, b.Close),
            ("stoch_k", i => i.PercentK), ("stoch_d", i => i.PercentD)),
        Subject.Windowed(() => new RateOfChange(10), (i, b) => i.Update(b.Close), ("roc_10", i => i.Value)),
        Subject.Windowed(() => new EfficiencyRatio(10), (i, b) => i.Update(b.Close), ("er_10", i => i.Value)),
        Subject.Windowed(() => new HurstExponent(100, 19), (i, b) => i.Update(Math.Log(b.Close)), ("hurst_100", i => i.Value)),
        Subject.Recursive(() => new KalmanFilter(0.1, 0.5), (i, b) => i.Update(b.Close),
            ("kalman_level", i => i.Value), ("kalman_variance", i => i.Variance)),
        Subject.Recursive(() => new KalmanTrendFilter(0.1, 0.02, 0.5), (i, b) => i.Update(b.Close),
            ("kalman_trend_level", i => i.Value), ("kalman_trend_slope", i => i.Slope), ("kalman_trend_error", i => i.SlopeError)),
        Subject.Recursive(() => new KalmanRegression(1e-4, 0.25, 10), (i, b) => i.Update(b.Other, b.Close),
            ("kalman_slope", i => i.Slope), ("kalman_intercept", i => i.Intercept),
            ("kalman_surprise", i => i.Surprise), ("kalman_deviation", i => i.SurpriseDeviation)),
        EwmaOfReturns(),
    ];

    public static TheoryData<string> Names => [.. All.Select(s => s.Name)];

    public static TheoryData<string> WindowedNames => [.. All.Where(s => s.IsWindowed).Select(s => s.Name)];

    public static Subject Named(string name) => All.First(s => s.Name == name);

    // Returns aren't a column of the bars: `Other` carries them here.
    private static Subject EwmaOfReturns() =>
        Subject.Recursive(() => EwmaVolatility.FromSpan(35, 10), (i, b) => i.Update(b.Other), ("ewma_vol_35", i => i.Value));
}
