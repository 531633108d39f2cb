using Slipstream.Domain;
using Slipstream.Quant.Performance;
using Slipstream.Runtime.Results;

namespace Slipstream.Host.Tests.Reports;

/// <summary>Runs to draw: a seeded random market, and a strategy that goes in and out of it.</summary>
internal static class SampleRun
{
    private const double Stake = 100_000;

    /// <summary>Fourteen years of days by default.</summary>
    public static RunResult Daily(int days = 4_900, int seed = 7, string strategy = "ema-cross", double dailyVol = 0.028, int instruments = 1) =>
        Make(Instant.FromUtc(2011, 8, 18), Duration.FromSeconds(86_400), days, seed, strategy, dailyVol, instruments, days * 2);

    /// <summary>Two days of minutes, with as many fills.</summary>
    public static RunResult Intraday() => Make(Instant.FromUtc(2024, 3, 4), Duration.FromSeconds(60), 2_881, 3, "market-maker", 0.0008, 1, 1_051_200);

    public static RunResult Empty()
    {
        var full = Daily(2);
        var summary = full.Summary with
        {
            From = null,
            To = null,
            Events = 0,
            Decisions = 0,
            Intents = 0,
            Refusals = 0,
            Orders = 0,
            Fills = 0,
            FinalEquity = Stake,
            NetPnl = 0,
            GrossPnl = 0,
            Fees = 0,
            Funding = 0,
            Costs = new CostTotals(0, 0, 0, 0, 0),
            SharpeAnnual = double.NaN,
            MaxDrawdown = 0,
            Journal = null,
            EventsPerSecond = double.NaN,
        };
        return new RunResult(summary, [], [], [], new Dictionary<string, long>(), []);
    }

    private static RunResult Make(Instant start, Duration step, int count, int seed, string strategy, double vol, int instruments, int events)
    {
        var random = new Random(seed);
        var prices = Enumerable.Range(0, instruments).Select(_ => Prices(random, count, vol)).ToArray();
        var (equity, benchmark, gross) = (Stake, Stake, 0.0);
        var points = new List<EquityPoint>();
        var days = new List<DailyPoint>();
        var trades = new List<TradeMark>();
        var (held, traded, fills, time) = (0, 0.0, 0, start);
        for (var i = 1; i < count; i++)
        {
            var move = (prices[0][i] / prices[0][i - 1]) - 1;
            time += step;
            equity *= 1 + (held * move * 0.5) + (move > 0 ? 0.0004 : 0.0002) * Math.Sqrt(step.TotalSeconds / 86_400) * held * held;
            benchmark *= 1 + move;
            var want = i > 20 && prices[0][i] > prices[0][i - 20] ? 1 : random.Next(9) == 0 ? -1 : 0;
            if (want != held && random.Next(3) == 0)
            {
                trades.Add(new TradeMark(time, want > held ? Side.Buy : Side.Sell, prices[0][i], 1.5));
                traded += Math.Abs(want - held) * equity;
                equity -= Math.Abs(want - held) * equity * 0.0004;
                fills++;
                held = want;
            }

            gross = equity * Math.Abs(held) * (0.8 + (0.15 * Math.Sin(i / 40.0)));
            points.Add(new EquityPoint(time, equity, benchmark, gross, gross * held));
            if (i == count - 1 || (time + step - Duration.FromNanos(1)).DayNumber != (time - Duration.FromNanos(1)).DayNumber)
            {
                days.Add(new DailyPoint(DateOnly.FromDateTime((time - Duration.FromNanos(1)).ToUtc()), equity, benchmark, traded, fills));
                (traded, fills) = (0, 0);
            }
        }

        var charts = prices.Select((p, i) => Chart(i == 0 ? "BTC/USD" : $"COIN{i}/USD", start, step, p, trades)).ToArray();
        return new RunResult(
            Summary(strategy, start, time, events, trades.Count, equity, days, points),
            days,
            points,
            charts,
            new Dictionary<string, long> { ["RISK_MAX_POSITION"] = 12, ["RISK_DAILY_LOSS"] = 3 },
            ["Fills at the close of the bar, fee 4 bps.", "2 rows were set aside: volume below zero (lines 17, 4,211)."]);
    }

    private static double[] Prices(Random random, int count, double vol)
    {
        var prices = new double[count];
        prices[0] = 110;
        for (var i = 1; i < count; i++)
        {
            var stormy = i / 180 % 4 == 3 ? 1.9 : 0.8;
            var shock = Enumerable.Range(0, 6).Sum(_ => random.NextDouble() - 0.5) * Math.Sqrt(2);
            prices[i] = prices[i - 1] * Math.Exp((vol * stormy * shock) + (vol * 0.04));
        }

        return prices;
    }

    private static InstrumentChart Chart(string symbol, Instant start, Duration step, double[] prices, List<TradeMark> trades)
    {
        var random = new Random(symbol.Length);
        var candles = new List<Candle>();
        var time = start;
        for (var i = 1; i < prices.Length; i++)
        {
            time += step;
            var wide = 1 + (random.NextDouble() * Math.Abs(Math.Log(prices[i] / prices[i - 1])));
            candles.Add(new Candle(time, prices[i - 1], Math.Max(prices[i], prices[i - 1]) * wide, Math.Min(prices[i], prices[i - 1]) / wide, prices[i]));
        }

        var instrument = new Instrument { Symbol = symbol, AssetClass = AssetClass.Crypto, Base = Currency.Of("BTC"), Quote = Currency.Of("USD") };
        return new InstrumentChart(instrument, candles, trades, 0);
    }

    private static RunSummary Summary(string strategy, Instant from, Instant to, int events, int fills, double equity, List<DailyPoint> days, List<EquityPoint> points)
    {
        var fees = days.Sum(d => d.TradedNotional) * 0.0004;
        var (peak, deepest) = (Stake, 0.0);
        foreach (var p in points)
        {
            peak = Math.Max(peak, p.Equity);
            deepest = Math.Max(deepest, (peak - p.Equity) / peak);
        }

        return new RunSummary
        {
            RunId = "01JQ7Z3M9K5V",
            Mode = "BACKTEST",
            Strategy = strategy,
            Parameters = new Dictionary<string, string> { ["fast"] = "20", ["slow"] = "50", ["volTarget"] = "0.2" },
            VersionHash = Hash(1),
            ConfigHash = Hash(2),
            DatasetHash = Hash(3),
            StateHash = Hash(4),
            From = from.ToString(),
            To = to.ToString(),
            Currency = "USD",
            StartingCash = Stake,
            Events = events,
            Decisions = events,
            Intents = fills + 15,
            Refusals = 15,
            Orders = fills,
            Fills = fills,
            FinalEquity = equity,
            NetPnl = equity - Stake,
            GrossPnl = equity - Stake + fees,
            Fees = fees,
            Funding = -fees * 0.12,
            Costs = new CostTotals(fees, fees * 0.6, fees * 0.35, fees * 0.1, -fees * 0.2),
            SharpeAnnual = PerformanceRatios.Sharpe(Returns(days), 365),
            PeriodsPerYear = 365,
            MaxDrawdown = deepest,
            Journal = "runs/01JQ7Z3M9K5V",
            EventsPerSecond = 13_640_211.4,
            ElapsedMs = 812.6,
        };
    }

    private static double[] Returns(List<DailyPoint> days) => [.. days.Select((d, i) => (d.Equity / (i == 0 ? Stake : days[i - 1].Equity)) - 1)];

    private static string Hash(int i) => string.Concat(Enumerable.Range(0, 32).Select(k => ((k * 37 + i * 101) % 256).ToString("x2", null)));
}
