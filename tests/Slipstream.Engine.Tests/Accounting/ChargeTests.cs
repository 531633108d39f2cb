using Slipstream.Domain;
using Slipstream.Engine.Core;
using Slipstream.Engine.Orders;
using Slipstream.Engine.Tests.Rig;
using Slipstream.Simulation;

namespace Slipstream.Engine.Tests.Accounting;

/// <summary>Fees that come without a fill: the gas of an order that ended unfilled.</summary>
public class ChargeTests
{
    private static readonly Money Gas = Some.Of("0.25", Some.Usd);

    private static readonly Instrument OnChain = Some.BtcUsd with
    {
        Fees = FeeSchedule.OfBps(10, 20) with { Gas = Some.Px("0.25") },
        Chain = "ethereum",
        TickSize = PriceMove.Parse("0.01"),
        LotSize = Some.Qty("0.01"),
    };

    [Theory]
    [InlineData(ExecType.Canceled)]
    [InlineData(ExecType.Expired)]
    [InlineData(ExecType.Rejected)]
    public void The_fee_of_an_end_without_a_fill_is_paid_once(ExecType end)
    {
        var bench = new Bench(OnChain).Started();
        bench.Price("100");
        var order = bench.Place(OrderRequest.Limit(Some.First, Side.Buy, Some.Qty("1"), Some.Px("90")));
        bench.Report(Some.Report(end, order) with { Fee = Gas });
        bench.Report(Some.Report(end, order) with { Fee = Gas });
        Assert.Equal(Gas, bench.Core.Account.Fees.Of(Some.Usd));
        Assert.Equal(Some.Of("999999.75", Some.Usd), bench.Core.Account.Cash.Of(Some.Usd));
        Assert.Equal(999_999.75, bench.Core.Account.Equity());
    }

    [Theory]
    [InlineData(ExecType.New)]
    [InlineData(ExecType.Triggered)]
    [InlineData(ExecType.Replaced)]
    [InlineData(ExecType.CancelRejected)]
    public void So_is_any_other_report_s(ExecType type)
    {
        var bench = new Bench(OnChain).Started();
        bench.Price("100");
        var order = bench.Place(OrderRequest.StopLimit(Some.First, Side.Buy, Some.Qty("1"), Some.Px("110"), Some.Px("111")));
        if (type is ExecType.Replaced or ExecType.CancelRejected)
        {
            bench.Report(ExecType.New, order);
            bench.Act(c => c.Replace(new(order), Some.Qty("2"), null));
        }

        bench.Report(Some.Report(type, order) with { Fee = Gas });
        bench.Report(Some.Report(type, order) with { Fee = Gas });
        Assert.Equal(Gas, bench.Core.Account.Fees.Of(Some.Usd));
    }

    [Fact]
    public void A_fee_in_another_currency_is_paid_in_it()
    {
        var bench = new Bench(OnChain).Started();
        bench.Price("100");
        var order = bench.Place(OrderRequest.Limit(Some.First, Side.Buy, Some.Qty("1"), Some.Px("90")));
        bench.Report(Some.Report(ExecType.Canceled, order) with { Fee = Some.Of("0.01", Some.Btc) });
        Assert.Equal(Some.Of("-0.01", Some.Btc), bench.Core.Account.Cash.Of(Some.Btc));
        Assert.Equal(999_999, bench.Core.Account.Equity());
    }

    [Fact]
    public void The_fee_of_an_unknown_order_is_not_this_account_s()
    {
        var bench = new Bench(OnChain).Started();
        bench.Report(Some.Report(ExecType.Canceled, 77) with { Fee = Gas });
        Assert.Equal(0, bench.Core.Account.Fees.Count);
    }

    [Fact]
    public void The_account_has_paid_what_the_simulated_venue_charged_however_orders_ended()
    {
        var run = new Session(seed: 7);
        run.Trade(2_000);

        Assert.Contains(run.Told, r => r is { Type: ExecType.Canceled, Fee: not null });
        Assert.Contains(run.Told, r => r is { Type: ExecType.Expired, Fee: not null });
        Assert.Contains(run.Told, r => r is { Type: ExecType.Trade, Fee: not null });
        Assert.Equal(Sum(run.Told.Select(r => r.Fee)), run.Core.Account.Fees.Of(Some.Usd).Raw);

        // The bookkeeping that records allow: fills, and other reports unless they were noted as changing nothing.
        Assert.Equal(Sum(run.Fills.Select(f => (Money?)f.Fee).Concat(run.Told.Where(r => r.Type != ExecType.Trade).Select(r => r.Fee))), run.Core.Account.Fees.Of(Some.Usd).Raw);
        var paid = Sum(run.Fills.Select(f => (Money?)Money.FromRaw(f.Side.Sign() * OnChain.Notional(f.Price, f.Quantity).Raw, Some.Usd)));
        Assert.Equal(Some.Of("1000000", Some.Usd).Raw - paid - run.Core.Account.Fees.Of(Some.Usd).Raw, run.Core.Account.Cash.Of(Some.Usd).Raw);
    }

    private static Int128 Sum(IEnumerable<Money?> amounts) => amounts.Aggregate((Int128)0, (sum, m) => sum + (m?.Raw ?? 0));

    /// <summary>A restless strategy at the simulated venue with the instrument's own fees; each report is delivered twice.</summary>
    private sealed class Session
    {
        private readonly EffectBuffer _effects = new();
        private readonly SimulatedVenue _venue;
        private readonly SeededRandom _random;

        public Session(ulong seed)
        {
            _random = new(seed);
            var settings = Some.Settings(OnChain) with { Seed = seed };
            Core = new TradingCore(settings, new Restless(), _effects);
            _venue = new(settings.Universe, new(new BarFill(), new NoLatency(), new InstrumentFee(), new NoSpread(), new NoImpact()), new SeededRandom(seed));
        }

        public TradingCore Core { get; }

        /// <summary>What the venue said, each once.</summary>
        public List<ExecutionReport> Told { get; } = [];

        public List<Fill> Fills { get; } = [];

        public void Trade(int bars)
        {
            var now = Some.Morning;
            Core.Start(now);
            for (var i = 0; i < bars; i++)
            {
                now += Duration.FromSeconds(60);
                var price = 100 + _random.NextBelow(9) - 4;
                var e = MarketEvent.OfBar(Some.First, now, 60, Px(price), Px(price + 3), Px(price - 3), Px(price + 1), 50);
                _venue.AdvanceTo(now);
                _venue.OnMarket(in e);
                Drain(now);
                Core.OnMarket(in e);
                CarryOut(now);
                Drain(now);
            }
        }

        private static Price Px(long units) => Price.FromRaw(units * Grid.UnitsPerOne);

        private void Drain(Instant now)
        {
            while (_venue.TryDequeue(out var report))
            {
                Told.Add(report);
                Core.OnReport(in report, now);
                CarryOut(now);

                // Answers to requests are left out: a report does not say which of an order's requests it answers.
                if (report.Type is not (ExecType.Replaced or ExecType.CancelRejected))
                {
                    Core.OnReport(in report, now);
                    CarryOut(now);
                }
            }
        }

        private void CarryOut(Instant now)
        {
            for (var i = 0; i < _effects.Count; i++)
            {
                switch (_effects.Kind(i))
                {
                    case EffectKind.Send:
                        // A third of the orders lives for its first chance only.
                        var order = _effects.Send(i).Order;
                        var isBrief = order.Terms.Type == OrderType.Limit && _random.NextBelow(3) == 0;
                        _venue.Place(isBrief ? order with { Terms = order.Terms with { TimeInForce = TimeInForce.Ioc } } : order, now);
                        break;
                    case EffectKind.Cancel:
                        _venue.Cancel(_effects.Cancel(i).Order, now);
                        break;
                    case EffectKind.Replace:
                        var replace = _effects.Replace(i);
                        _venue.Replace(replace.Order, replace.Quantity, replace.LimitPrice, now);
                        break;
                    case EffectKind.Fill:
                        Fills.Add(_effects.Fill(i));
                        break;
                }
            }

            _effects.Clear();
        }
    }
}
