using System.Globalization;
using System.Text;

namespace Slipstream.Host.Tests.EndToEnd;

/// <summary>Random walks as files and feeds, the same each time.</summary>
internal static class Prices
{
    public const string Header = "time,open,high,low,close,volume\n";
    private static readonly DateTime Start = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public static string Csv(int bars, int seed = 7, int minutes = 15)
    {
        var text = new StringBuilder(Header);
        foreach (var (time, open, close) in Walk(bars, seed, minutes))
        {
            var (high, low) = (Math.Max(open, close) + 1.25m, Math.Min(open, close) - 1.25m);
            text.Append(CultureInfo.InvariantCulture, $"{time:yyyy-MM-dd HH:mm:ss},{open},{high},{low},{close},{50 + (time.Minute * 3)}\n");
        }

        return text.ToString();
    }

    /// <summary>One-minute bars as lines of a feed.</summary>
    public static IEnumerable<string> Feed(int bars, int seed = 7, string symbol = "BTC/USDT") => Walk(bars, seed, 1).Select(b => FeedBar(b.Time.AddMinutes(1), b.Open, b.Close, symbol));

    private static string FeedBar(DateTime end, decimal open, decimal close, string symbol) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"type":"bar","symbol":"{{symbol}}","time":"{{end:yyyy-MM-ddTHH:mm:ssZ}}","stepSeconds":60,"open":"{{open}}","high":"{{Math.Max(open, close)}}","low":"{{Math.Min(open, close)}}","close":"{{close}}","volume":"100"}""");

    private static IEnumerable<(DateTime Time, decimal Open, decimal Close)> Walk(int bars, int seed, int minutes)
    {
        var random = new Random(seed);
        var price = 10_000m;
        for (var i = 0; i < bars; i++)
        {
            var open = price;
            price = Math.Clamp(price + random.Next(-4000, 4001) / 100m, 1000m, 50_000m);
            yield return (Start.AddMinutes((double)i * minutes), open, price);
        }
    }
}
