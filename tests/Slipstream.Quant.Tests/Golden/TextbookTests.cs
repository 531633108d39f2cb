using Slipstream.Quant.Indicators;

namespace Slipstream.Quant.Tests.Golden;

/// <summary>Worked examples that others have published, to the digits they print.</summary>
public sealed class TextbookTests
{
    [Fact]
    public void Rsi_14_agrees_with_the_StockCharts_sheet()
    {
        double[] closes =
        [
            44.3389, 44.0902, 44.1497, 43.6124, 44.3278, 44.8264, 45.0955, 45.4245, 45.8433, 46.0826, 45.8931,
            46.0328, 45.6140, 46.2820, 46.2820, 46.0028, 46.0328, 46.4116, 46.2222, 45.6439, 46.2122, 46.2521,
            45.7137, 46.4515, 45.7835, 45.3548, 44.0288, 44.1783, 44.2181, 44.5672, 43.4205, 42.6628, 43.1314,
        ];
        double[] expected =
        [
            70.53, 66.32, 66.55, 69.41, 66.36, 57.97, 62.93, 63.26, 56.06, 62.38,
            54.71, 50.42, 39.99, 41.46, 41.87, 45.46, 37.30, 33.08, 37.77,
        ];
        var rsi = new RelativeStrengthIndex(14);
        Assert.Equal(expected, Values(closes, rsi, rsi.Update));
    }

    [Fact]
    public void Ema_10_agrees_with_the_StockCharts_sheet()
    {
        double[] closes =
        [
            22.2734, 22.1940, 22.0847, 22.1741, 22.1840, 22.1344, 22.2337, 22.4323, 22.2436, 22.2933,
            22.1542, 22.3926, 22.3816, 22.6109, 23.3558, 24.0519, 23.7530, 23.8324, 23.9516, 23.6338,
        ];
        double[] expected = [22.22, 22.21, 22.24, 22.27, 22.33, 22.52, 22.80, 22.97, 23.13, 23.28, 23.34];
        var ema = new ExponentialMovingAverage(10);
        Assert.Equal(expected, Values(closes, ema, ema.Update));
    }

    [Fact]
    public void The_local_level_of_the_Nile_reaches_the_steady_state_of_Durbin_and_Koopman()
    {
        // Section 2.11 of their book: with 15099 and 1469.1 the filtered variance converges to 4032.16.
        var filter = new KalmanFilter(levelVariance: 1469.1, observationVariance: 15099);
        for (int t = 0; t < 100; t++)
        {
            filter.Update(1000);
        }

        Assert.Equal(4032.16, filter.Variance, 1);
    }

    private static double[] Values(double[] closes, IIndicator indicator, Action<double> update)
    {
        var values = new List<double>();
        foreach (double close in closes)
        {
            update(close);
            if (indicator.IsReady)
            {
                values.Add(Math.Round(indicator.Value, 2));
            }
        }

        return [.. values];
    }
}
