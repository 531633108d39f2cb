namespace Slipstream.Quant.Performance;

/// <summary>The least-squares line of returns on a benchmark's returns over the same periods.</summary>
/// <param name="Alpha">Intercept: return per period that the benchmark doesn't explain, a fraction.</param>
/// <param name="Beta">Slope: return per unit of benchmark return.</param>
/// <param name="Correlation">Pearson's, from −1 to 1.</param>
public readonly record struct BenchmarkFit(double Alpha, double Beta, double Correlation)
{
    /// <summary>Fits the line r = α + βm + ε.</summary>
    /// <param name="returns">Periodic returns, fractions.</param>
    /// <param name="benchmark">The benchmark's returns over the same periods.</param>
    /// <returns>
    /// The fit. Beta and correlation are 0, and alpha is the mean, when there are fewer than two periods or the benchmark doesn't
    /// vary; correlation is 0 when the returns don't vary.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The spans differ in length.</exception>
    /// <remarks>No standard errors: inference on alpha needs errors robust to autocorrelation.</remarks>
    public static BenchmarkFit Of(ReadOnlySpan<double> returns, ReadOnlySpan<double> benchmark)
    {
        Require.SameLength(benchmark.Length, returns.Length, nameof(benchmark));
        double meanReturn = ReturnStatistics.Mean(returns);
        double meanBenchmark = ReturnStatistics.Mean(benchmark);
        CompensatedSum squaresReturn = default;
        CompensatedSum squaresBenchmark = default;
        CompensatedSum products = default;
        for (int i = 0; i < returns.Length; i++)
        {
            double r = returns[i] - meanReturn;
            double m = benchmark[i] - meanBenchmark;
            squaresReturn.Add(r * r);
            squaresBenchmark.Add(m * m);
            products.Add(r * m);
        }

        if (returns.Length < 2 || squaresBenchmark.Total <= 0)
        {
            return new BenchmarkFit(meanReturn, 0, 0);
        }

        double beta = products.Total / squaresBenchmark.Total;
        double scale = Math.Sqrt(squaresReturn.Total) * Math.Sqrt(squaresBenchmark.Total);
        double correlation = scale > 0 ? Math.Clamp(products.Total / scale, -1, 1) : 0;
        return new BenchmarkFit(meanReturn - beta * meanBenchmark, beta, correlation);
    }

    /// <summary>Returns alpha times the number of periods in a year, without compounding.</summary>
    /// <param name="periodsPerYear">Number of returns in a year, positive.</param>
    /// <returns>A fraction per year.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="periodsPerYear"/> isn't positive and finite.</exception>
    public double AlphaAnnual(double periodsPerYear)
    {
        Require.Positive(periodsPerYear);
        return Alpha * periodsPerYear;
    }
}
