using Slipstream.Domain;
using Slipstream.Quant.Indicators;

namespace Slipstream.Strategies.Trend;

/// <summary>The mean of crossovers of exponential averages at several speeds, each in units of the price's volatility.</summary>
/// <remarks>
/// A crossover n/4n is scaled by 15/√n, which gives the scalars of Carver (2015), Systematic Trading, table 49 (10.6 for 2/8, 7.5,
/// 5.3, 3.75, 2.65, 1.87 for 64/256) and continues them to other speeds. Several speeds are less volatile together than each
/// alone; the multiplier that restores them is that of Carver (2023), Advanced Futures Trading Strategies, table 36.
/// </remarks>
internal sealed class EwmacForecast(int[] fastBars) : TrendForecast
{
    private static readonly double[] Multipliers = [1.0, 1.03, 1.08, 1.13, 1.19, 1.26];
    private readonly ExponentialMovingAverage[] _fast = [.. fastBars.Select(n => new ExponentialMovingAverage(n))];
    private readonly ExponentialMovingAverage[] _slow = [.. fastBars.Select(n => new ExponentialMovingAverage(4 * n))];
    private readonly double _multiplier = Multipliers[Math.Min(fastBars.Length, Multipliers.Length) - 1];

    /// <inheritdoc/>
    public override void Update(Instant time, double close, double volPrice)
    {
        var sum = 0.0;
        var isReady = volPrice > 0;
        for (var i = 0; i < _fast.Length; i++)
        {
            _fast[i].Update(close);
            _slow[i].Update(close);
            isReady &= _slow[i].IsReady;
            var scaled = 15 / Math.Sqrt(fastBars[i]) * (_fast[i].Value - _slow[i].Value) / volPrice;
            sum += Math.Clamp(scaled, -Cap, Cap);
        }

        Value = isReady ? Math.Clamp(_multiplier * sum / _fast.Length, -Cap, Cap) : null;
    }
}
