using Slipstream.Domain;

namespace Slipstream.Strategies.Tests;

/// <summary>Bars made from closes.</summary>
public static class TestBars
{
    private static readonly Instant Start = Instant.FromUtc(2020, 1, 1);

    public static MarketEvent[] Daily(InstrumentId instrument, params ReadOnlySpan<double> closes) => Every(86_400, instrument, closes);

    public static MarketEvent[] Every(uint stepSeconds, InstrumentId instrument, params ReadOnlySpan<double> closes)
    {
        var bars = new MarketEvent[closes.Length];
        for (var i = 0; i < bars.Length; i++)
        {
            var close = Price.FromDouble(closes[i]);
            bars[i] = MarketEvent.OfBar(instrument, Start + Duration.FromSeconds((long)stepSeconds * (i + 1)), stepSeconds, close, close, close, close, 1);
        }

        return bars;
    }
}
