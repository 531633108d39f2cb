using Slipstream.Quant.Indicators;

namespace Slipstream.Quant.Performance;

/// <summary>Labels each day by a benchmark's daily returns, knowing nothing later than that day.</summary>
/// <remarks>
/// <para>The rule, in this order. <see cref="MarketRegime.HighVol"/>: the sample deviation of the last 20 returns is above at least 80% of the
/// earlier such deviations, of which the last 250 count; volatility clusters, so its rank, not its level, tells calm from storm in
/// any market. <see cref="MarketRegime.Trend"/>: Kaufman's efficiency ratio of the last 20 days is above 0.3; a random walk's
/// is above that about one time in six. <see cref="MarketRegime.MeanRevert"/>: all else.</para>
/// <para><see cref="MarketRegime.Unknown"/> until 60 earlier deviations are known, so the first label comes with the 80th return.
/// The efficiency ratio is taken over the running sum of returns.</para>
/// </remarks>
public sealed class RegimeClassifier
{
    private const int WindowDays = 20;
    private const int HistoryDays = 250;
    private const int LeastHistoryDays = 60;
    private const double HighVolRank = 0.8;
    private const double TrendEfficiency = 0.3;

    private readonly RollingStandardDeviation _volatility = new(WindowDays);
    private readonly double[] _history = new double[HistoryDays];
    private readonly double[] _returns = new double[WindowDays];
    private int _days;
    private int _historyCount;
    private int _historyNext;

    /// <summary>The number of returns up to the first label, 80.</summary>
    public const int WarmUp = WindowDays + LeastHistoryDays;

    /// <summary>The label of the last day.</summary>
    public MarketRegime Current { get; private set; }

    /// <summary>Labels every day of a series.</summary>
    /// <param name="benchmarkReturns">Daily returns, fractions, the oldest first.</param>
    /// <param name="regimes">Receives a label for each day.</param>
    /// <exception cref="ArgumentOutOfRangeException">The spans differ in length.</exception>
    public static void Classify(ReadOnlySpan<double> benchmarkReturns, Span<MarketRegime> regimes)
    {
        Require.SameLength(regimes.Length, benchmarkReturns.Length, nameof(regimes));
        var classifier = new RegimeClassifier();
        for (int i = 0; i < benchmarkReturns.Length; i++)
        {
            classifier.Update(benchmarkReturns[i]);
            regimes[i] = classifier.Current;
        }
    }

    /// <summary>Takes the next day and labels it.</summary>
    /// <param name="benchmarkReturn">The benchmark's return over the day, a finite fraction.</param>
    public void Update(double benchmarkReturn)
    {
        _returns[_days++ % WindowDays] = benchmarkReturn;
        _volatility.Update(benchmarkReturn);
        if (!_volatility.IsReady)
        {
            return;
        }

        if (_historyCount >= LeastHistoryDays)
        {
            Current = IsHighVol() ? MarketRegime.HighVol
                : Efficiency() > TrendEfficiency ? MarketRegime.Trend
                : MarketRegime.MeanRevert;
        }

        // Only now, so that a day isn't ranked against itself.
        _history[_historyNext] = _volatility.Value;
        _historyNext = (_historyNext + 1) % HistoryDays;
        _historyCount = Math.Min(_historyCount + 1, HistoryDays);
    }

    private bool IsHighVol()
    {
        int below = 0;
        for (int i = 0; i < _historyCount; i++)
        {
            below += _history[i] < _volatility.Value ? 1 : 0;
        }

        return below >= HighVolRank * _historyCount;
    }

    private double Efficiency()
    {
        double net = 0;
        double path = 0;
        for (int i = 0; i < WindowDays; i++)
        {
            // Oldest first, so that a label doesn't depend on where the series began.
            double r = _returns[(_days + i) % WindowDays];
            net += r;
            path += Math.Abs(r);
        }

        return path > 0 ? Math.Abs(net) / path : 0;
    }
}
