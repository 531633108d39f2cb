using System.Numerics;
using Slipstream.Domain;
using Slipstream.Journal;
using Slipstream.Runtime.Results;
using Slipstream.Runtime.Tests.Runs.Rig;

namespace Slipstream.Runtime.Tests.Recording;

/// <summary>What a run's report is made from, against naive references.</summary>
public class RecorderTests
{
    private static readonly Instant March = Instant.FromUtc(2024, 3, 1);

    [Fact]
    public void A_bar_that_ends_at_midnight_and_its_fills_belong_to_the_day_that_ends()
    {
        // Daily bars: bought after the first, filled at the second's open, which is its close.
        var strategy = new Script { OnEvent = (context, tick, n) => { if (n == 1) { context.Buy(tick.Instrument, Quantity.FromUnits(10)); } } };
        var result = TestRun.Execute(strategy.Under(TestStrategy.Shipped("ema-cross")), Markets.Closes(March, 86_400, 100, 50, 80, 60), null, ("execution.fill", "bar"));
        Assert.Equal(
            [
                new DailyPoint(new(2024, 3, 1), 100_000, 100_000, 0, 0),
                new DailyPoint(new(2024, 3, 2), 100_000, 50_000, 500, 1),
                new DailyPoint(new(2024, 3, 3), 100_300, 80_000, 0, 0),
                new DailyPoint(new(2024, 3, 4), 100_100, 60_000, 0, 0),
            ],
            result.Days);
        Assert.Equal(200.0 / 100_300, result.Summary.MaxDrawdown, 1e-15);
        Assert.Equal(100_100, result.Summary.FinalEquity);
    }

    [Fact]
    public void A_trade_at_midnight_is_the_last_of_its_day_and_one_a_nanosecond_later_the_first_of_the_next()
    {
        var midnight = Instant.FromUtc(2024, 3, 2);
        MarketEvent[] trades = [.. new[] { midnight, midnight + Duration.FromNanos(1) }.Select(t => MarketEvent.OfTrade(new(0), t, t, Price.Parse("10"), 1, null, 1))];
        var data = new DataSet(new([Markets.Spot("A0", 0, 0)]), trades);
        Assert.Equal([new(2024, 3, 1), new(2024, 3, 2)], TestRun.Execute(TestStrategy.Shipped("ema-cross"), data, null).Days.Select(d => d.Day));
    }

    [Fact]
    public void A_bar_belongs_to_the_day_of_its_middle()
    {
        // A day of New York ends at 05:00 UTC of the next date; a minute that ends at midnight is of the day that ends.
        var price = Price.Parse("10");
        var newYork = MarketEvent.OfBar(new(0), Instant.FromUtc(2024, 1, 3, 5), 86_400, price, price, price, price, 1);
        var minute = MarketEvent.OfBar(new(0), Instant.FromUtc(2024, 1, 5), 60, price, price, price, price, 1);
        var data = new DataSet(new([Markets.Spot("A0", 0, 0)]), [newYork, minute]);
        Assert.Equal([new(2024, 1, 2), new(2024, 1, 4)], TestRun.Execute(TestStrategy.Shipped("ema-cross"), data, null).Days.Select(d => d.Day));
    }

    [Fact]
    public void A_fill_by_a_timer_at_midnight_counts_to_the_day_that_ends()
    {
        var strategy = new Script
        {
            OnEvent = (context, tick, n) => { if (n == 1) { context.SetTimer(Instant.FromUtc(2024, 3, 2), 1); } },
            OnDue = (context, _) => context.Buy(new(0), Quantity.FromUnits(10)),
        };
        var result = TestRun.Execute(strategy.Under(TestStrategy.Shipped("ema-cross")), Markets.Closes(March + Duration.FromSeconds(82_800), 1_800, 100, 50, 80), null, ("execution.fill", "close"), ("execution.fee.model", "fixed"));
        Assert.Equal([1, 0], result.Days.Select(d => d.Fills));
        Assert.Equal([99_999, 99_999 + 300], result.Days.Select(d => d.Equity));
    }

    [Theory]
    [InlineData(1, 9_000)]
    [InlineData(3, 30_000)]
    public void Days_drawdown_curve_and_benchmark_agree_with_naive_ones(int symbols, int bars)
    {
        using var folder = new TemporaryFolder();
        var data = Markets.Bars(21, symbols, bars, 900);
        var result = TestRun.Execute(TestStrategy.Shipped("ema-cross", ("fast", 5), ("slow", 12)), data, folder["j"], ("execution.fill", "bar"));
        Assert.True(result.Summary.Fills > 100);
        var naive = Naive.Of(data, folder["j"]);

        var (peak, drawdown) = (100_000m, 0m);
        foreach (var point in naive)
        {
            peak = Math.Max(peak, point.Equity);
            drawdown = Math.Max(drawdown, (peak - point.Equity) / peak);
        }

        Assert.Equal((double)drawdown, result.Summary.MaxDrawdown, 1e-10);
        var days = naive.GroupBy(p => DateOnly.FromDateTime(new DateTime(p.Time.ToUtc().Ticks - 1))).ToList();
        Assert.Equal(days.Select(d => d.Key), result.Days.Select(d => d.Day));
        foreach (var (expected, actual) in days.Zip(result.Days))
        {
            Assert.Equal((double)expected.Last().Equity, actual.Equity, 1e-6);
            Assert.Equal((double)expected.Last().Benchmark, actual.Benchmark, 1e-6);
            Assert.Equal(expected.Sum(p => p.Fills), actual.Fills);
            Assert.Equal((double)expected.Sum(p => p.Traded), actual.TradedNotional, 1e-6);
        }

        Curve(naive, result.Equity);
    }

    [Theory]
    [InlineData("bars", 50_000)]
    [InlineData("ticks", 50_000)]
    [InlineData("bars", 2_048)]
    [InlineData("bars", 100)]
    public void Candles_are_those_of_the_events_that_they_join(string market, int count)
    {
        var data = market == "bars" ? Markets.Bars(5, 2, count, 60) : Markets.Ticks(5, count);
        var result = TestRun.Execute(TestStrategy.Shipped("ema-cross"), data, null);
        foreach (var (chart, index) in result.Charts.Select((c, i) => (c, i)))
        {
            var events = data.Events.Where(e => e.Instrument.Index == index).ToList();
            Assert.InRange(chart.Candles.Count, Math.Min(events.Count, 1_024) / 2, 2_048);
            var (from, at) = (0, 0);
            foreach (var candle in chart.Candles)
            {
                while (at < events.Count && events[at].Time <= candle.Time)
                {
                    at++;
                }

                var joined = events[from..at];
                Assert.Equal(joined[^1].Time, candle.Time);
                Assert.Equal(Open(joined[0]), candle.Open);
                Assert.Equal(joined.Max(High), candle.High);
                Assert.Equal(joined.Min(Low), candle.Low);
                Assert.Equal(joined[^1].Last.ToDouble(), candle.Close);
                from = at;
            }

            Assert.Equal(events.Count, at);
        }
    }

    [Fact]
    public void A_run_without_events_has_numbers_and_no_days()
    {
        using var folder = new TemporaryFolder();
        var result = TestRun.Execute(TestStrategy.Shipped("ema-cross"), Markets.Bars(1, 1, 5).First(0), folder["j"]);
        AssertFinite(result);
        Assert.Empty(result.Days);
        Assert.Empty(result.Equity);
        Assert.Null(result.Summary.From);
        Assert.Equal(100_000, result.Summary.FinalEquity);
        Assert.Equal(0, result.Summary.NetPnl);
    }

    [Fact]
    public void A_run_of_one_event_has_one_day_and_one_point()
    {
        var result = TestRun.Execute(TestStrategy.Shipped("buy-and-hold"), Markets.Bars(1, 1, 5).First(1), null, ("execution.fill", "close"));
        AssertFinite(result);
        Assert.Single(result.Days);
        Assert.Single(result.Equity);
        Assert.Equal(1, result.Summary.Fills);
        Assert.Equal(result.Summary.From, result.Summary.To);
        Assert.Equal(0, result.Summary.SharpeAnnual);
    }

    [Fact]
    public void A_run_without_orders_is_worth_its_cash_throughout()
    {
        var result = TestRun.Execute(TestStrategy.Shipped("ema-cross", ("slow", 1_000_000)), Markets.Bars(1, 3, 3_000), null);
        AssertFinite(result);
        Assert.All(result.Days, d => Assert.Equal((100_000, 0.0, 0), (d.Equity, d.TradedNotional, d.Fills)));
        Assert.All(result.Equity, p => Assert.Equal((100_000, 0.0, 0.0), (p.Equity, p.GrossExposure, p.NetExposure)));
        Assert.Equal((0, 0), (result.Summary.MaxDrawdown, result.Summary.SharpeAnnual));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_is_held_in_a_currency_without_a_price_leaves_no_number_undefined(bool ratePricedLater)
    {
        var universe = new Universe([Markets.Spot("A0", 0, 5), Markets.Spot("EUR", 0, 0) with { AssetClass = AssetClass.Fx }]);
        var events = Enumerable.Range(1, 100).Select(i => Markets.Bar((ushort)(ratePricedLater && i > 50 && i % 2 == 0 ? 1 : 0), March + Duration.FromSeconds(60L * i), 10 + (i % 2 == 0 ? -9 : i % 5))).ToArray();
        var strategy = new Script { OnEvent = (context, tick, n) => { if (n % 4 == 1) { context.Buy(new(0), Quantity.FromUnits(1)); } } };
        var result = TestRun.Execute(strategy.Under(TestStrategy.Shipped("ema-cross")), new(universe, events), null, ("account.currency", "EUR"), ("risk.checkBuyingPower", false));
        Assert.True(result.Summary.Fills > 5);
        AssertFinite(result);
        Assert.Contains(result.Notes, n => n.Contains("no price", StringComparison.Ordinal));
    }

    private static void Curve(IReadOnlyList<Naive> naive, IReadOnlyList<EquityPoint> curve)
    {
        Assert.InRange(curve.Count, 2_000, 4_097);
        Assert.Equal(naive[^1].Time, curve[^1].Time);
        Assert.Equal(naive[0].Time, curve[0].Time);
        var byTime = naive.GroupBy(p => p.Time).ToDictionary(g => g.Key, g => g.ToList());
        for (var i = 0; i < curve.Count; i++)
        {
            Assert.True(i == 0 || curve[i].Time > curve[i - 1].Time, "two points of one instant");
            Assert.Contains(byTime[curve[i].Time], p => Math.Abs((double)p.Equity - curve[i].Equity) < 1e-6 && Math.Abs((double)p.Benchmark - curve[i].Benchmark) < 1e-6);
        }
    }

    private static void AssertFinite(RunResult result)
    {
        foreach (var property in typeof(RunSummary).GetProperties().Where(p => p.PropertyType == typeof(double)))
        {
            Assert.True(double.IsFinite((double)property.GetValue(result.Summary)!), property.Name);
        }

        foreach (var property in typeof(CostTotals).GetProperties().Where(p => p.PropertyType == typeof(double)))
        {
            Assert.True(double.IsFinite((double)property.GetValue(result.Summary.Costs)!), property.Name);
        }

        Assert.All(result.Days, d => Assert.True(double.IsFinite(d.Equity) && double.IsFinite(d.Benchmark) && double.IsFinite(d.TradedNotional)));
        Assert.All(result.Equity, p => Assert.True(double.IsFinite(p.Equity) && double.IsFinite(p.Benchmark) && double.IsFinite(p.GrossExposure) && double.IsFinite(p.NetExposure)));
    }

    private static double Open(MarketEvent e) => e.Kind == MarketEventKind.Bar ? e.AsBar().Open.ToDouble() : e.Last.ToDouble();

    private static double High(MarketEvent e) => e.Kind == MarketEventKind.Bar ? e.AsBar().High.ToDouble() : e.Last.ToDouble();

    private static double Low(MarketEvent e) => e.Kind == MarketEventKind.Bar ? e.AsBar().Low.ToDouble() : e.Last.ToDouble();

    /// <summary>The account after each event of a run that fills at the events themselves, from its fills alone.</summary>
    private sealed record Naive(Instant Time, decimal Equity, decimal Benchmark, int Fills, decimal Traded)
    {
        public static List<Naive> Of(DataSet data, string journal)
        {
            var books = new Books(data.Universe);
            books.Deposit(Money.Parse("100000", Currency.Usd));
            var fills = new Queue<Fill>(JournalRecord.Decoded<FillCodec, Fill>(journal));
            var last = new long[data.Universe.Count];
            var first = new long[data.Universe.Count];
            var points = new List<Naive>();
            foreach (var e in data.Events)
            {
                var (count, traded) = (0, 0m);
                while (fills.TryPeek(out var fill) && fill.Time == e.Time && fill.Instrument == e.Instrument)
                {
                    books.Take(fills.Dequeue());
                    count++;
                    traded += (decimal)fill.Price.Raw * fill.Quantity.Raw / 1e16m;
                }

                last[e.Instrument.Index] = e.Last.Raw;
                first[e.Instrument.Index] = first[e.Instrument.Index] == 0 ? e.Last.Raw : first[e.Instrument.Index];
                var benchmark = last.Select((price, i) => first[i] == 0 ? 1 : (decimal)price / first[i]).Average() * 100_000;
                points.Add(new(e.Time, (decimal)books.Equity("USD", i => last[i]) / 100_000_000, benchmark, count, traded));
            }

            Assert.Empty(fills);
            return points;
        }
    }
}
