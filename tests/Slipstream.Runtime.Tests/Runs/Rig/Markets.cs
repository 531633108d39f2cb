using Slipstream.Domain;
using Slipstream.Simulation;

namespace Slipstream.Runtime.Tests.Runs.Rig;

/// <summary>Synthetic markets of each kind of data.</summary>
internal static class Markets
{
    public static readonly Instant Start = Instant.FromUtc(2024, 3, 1, 20);

    public static DataSet Bars(ulong seed, int symbols, int count, uint stepSeconds = 3600)
    {
        var names = Enumerable.Range(0, symbols).Select(i => $"A{i}/USD").ToArray();
        var end = Start + Duration.FromSeconds((long)stepSeconds * ((count / symbols) + 1));
        return DataSet.Of(new RegimeMarket(seed, names, Start, end, new() { StepSeconds = stepSeconds, VolumeDaily = 20_000 }), count);
    }

    public static DataSet Book(ulong seed, int count) =>
        DataSet.Of(new SyntheticBook(seed, "A0/USD", Start, Start + Duration.FromSeconds(count)), count);

    /// <summary>Quotes and trades of two symbols, at times that repeat now and then.</summary>
    public static DataSet Ticks(ulong seed, int count)
    {
        var random = new SeededRandom(seed);
        var events = new MarketEvent[count];
        long[] mids = [10_000, 2_000];
        var time = Start;
        for (var i = 0; i < count; i++)
        {
            time += Duration.FromMillis(random.NextBelow(3) == 0 ? 0 : random.NextBelow(4_000));
            var id = new InstrumentId((ushort)random.NextBelow(2));
            ref var mid = ref mids[id.Index];
            mid = Math.Max(100, mid + random.NextBelow(21) - 10);
            var half = 1 + random.NextBelow(5);
            events[i] = random.NextBelow(3) == 0
                ? MarketEvent.OfTrade(id, time, time, Cents(mid + (random.NextBelow(2) == 0 ? half : -half)), 0.001 * (1 + random.NextBelow(20_000)), random.NextBelow(2) == 0 ? Side.Buy : Side.Sell, i + 1)
                : MarketEvent.OfQuote(id, time, time, Cents(mid - half), Cents(mid + half), 0.001 * (1 + random.NextBelow(20_000)), 0.001 * (1 + random.NextBelow(20_000)));
        }

        return new(new([Spot("A0", 1, 5), Spot("B0", 2, 7)]), events);
    }

    /// <summary>Bars of a perpetual and of a future with multiplier, with funding of the perpetual every eighth bar.</summary>
    public static DataSet Contracts(ulong seed, int count)
    {
        var bars = Bars(seed, 2, count);
        var random = new SeededRandom(seed + 1);
        var events = new List<MarketEvent>();
        foreach (var e in bars.Events)
        {
            events.Add(e);
            if (e.Instrument.Index == 1 && events.Count % 8 == 0)
            {
                events.Add(MarketEvent.OfFunding(new(0), e.Time, Rate.FromRaw(random.NextBelow(200_000) - 100_000), Price.FromRaw(9_000_000_000 + random.NextBelow(2_000_000_001))));
            }
        }

        var margin = new MarginTerms(Rate.Parse("0.1"), Rate.Parse("0.05"));
        return new(
            new([
                Spot("A0", 2, 6) with { AssetClass = AssetClass.CryptoPerpetual, Margin = margin },
                Spot("A1", 0, 0) with
                {
                    Symbol = "A1F",
                    AssetClass = AssetClass.Future,
                    ContractMultiplier = Price.Parse("12.345"),
                    Margin = margin,
                    Fees = FeeSchedule.Free with { PerUnit = Price.Parse("0.85") },
                },
            ]),
            [.. events]);
    }

    /// <summary>Bars of one symbol from closes, each bar flat at its close, one a step, the first ending a step after the start.</summary>
    public static DataSet Closes(Instant start, uint stepSeconds, params double[] closes) => new(
        new([Spot("A0", 0, 0)]),
        [.. closes.Select((close, i) => Bar(0, start + Duration.FromSeconds(stepSeconds * (i + 1L)), close, stepSeconds))]);

    public static MarketEvent Bar(ushort instrument, Instant end, double close, uint stepSeconds = 60) =>
        MarketEvent.OfBar(new(instrument), end, stepSeconds, Price.FromDouble(close), Price.FromDouble(close), Price.FromDouble(close), Price.FromDouble(close), 1e6);

    public static Instrument Spot(string coin, double makerBps, double takerBps) => new()
    {
        Symbol = $"{coin}/USD",
        AssetClass = AssetClass.Crypto,
        Base = Currency.Of(coin),
        Quote = Currency.Usd,
        TickSize = PriceMove.Parse("0.01"),
        LotSize = Quantity.Parse("0.001"),
        Fees = FeeSchedule.OfBps(makerBps, takerBps),
    };

    private static Price Cents(long cents) => Price.FromRaw(cents * (Grid.UnitsPerOne / 100));
}
