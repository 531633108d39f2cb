using FsCheck;
using FsCheck.Fluent;

namespace Slipstream.Simulation.Tests.Properties;

public sealed class VenueProperties
{
    private static readonly Config s_quick = Config.QuickThrowOnFailure.WithMaxTest(40);

    private static readonly ExecutionModel[] s_models =
    [
        Desk.Free,
        Desk.Free with { Fill = new CloseFill() },
        Desk.Free with { Fill = new BarFill(1), Latency = new FixedLatency(40_000, 90_000) },
        Desk.Free with { Fill = new BarFill(), Spread = new FixedSpread(30), Impact = new SquareRootImpact(), Fee = new InstrumentFee() },
        Desk.Free with { Fill = new QuoteFill() },
        Desk.Free with { Fill = new QuoteFill(), Latency = new LognormalLatency(800, 1) },
        Desk.Free with { Fill = new QueueFill(), Spread = new FixedSpread(30) },
        Desk.Free with { Fill = new QueueFill(QueueModel.Proportional), Latency = new LognormalLatency(800, 1) },
    ];

    [Fact]
    public void An_order_s_reports_tell_a_possible_life() => ForAll(session =>
    {
        foreach (var order in session.Desk.Reports.GroupBy(r => r.Order))
        {
            var quantity = session.Sent[(int)order.Key.Value - 1].Quantity;
            var filled = Quantity.Zero;
            var (accepted, ended) = (false, false);
            foreach (var report in order)
            {
                Assert.False(ended && report.Type != ExecType.CancelRejected, $"{report.Type} after the end of order {order.Key}");
                accepted |= report.Type == ExecType.New;
                Assert.True(accepted || report.Type is ExecType.Rejected or ExecType.CancelRejected);
                switch (report.Type)
                {
                    case ExecType.Trade:
                        Assert.False(report.LastQty.IsZero);
                        filled += report.LastQty;
                        Assert.True(filled <= quantity, $"order {order.Key} filled {filled} of {quantity}");
                        ended = filled == quantity;
                        break;
                    case ExecType.Replaced:
                        quantity = report.LastQty;
                        break;
                    case ExecType.Canceled or ExecType.Expired or ExecType.Rejected:
                        ended = true;
                        break;
                }
            }
        }
    });

    [Fact]
    public void A_limit_is_never_broken() => ForAll(session =>
    {
        var limits = session.Sent.Select(terms => terms.LimitPrice).ToArray();
        foreach (var report in session.Desk.Reports)
        {
            var index = (int)report.Order.Value - 1;
            if (report.Type == ExecType.Replaced && limits[index] is not null)
            {
                limits[index] = report.LastPx;
            }

            if (report.Type == ExecType.Trade && limits[index] is { } limit)
            {
                Assert.True(session.Sent[index].Side == Side.Buy ? report.LastPx <= limit : report.LastPx >= limit);
            }
        }
    });

    [Fact]
    public void A_reduce_only_order_never_adds_to_the_position_or_flips_it() => ForAll(session =>
    {
        long position = 0;
        foreach (var trade in session.Desk.Trades)
        {
            var terms = session.Sent[(int)trade.Order.Value - 1];
            var after = position + (terms.Side.Sign() * trade.LastQty.Raw);
            if (terms.ReduceOnly)
            {
                Assert.True(Math.Abs(after) < Math.Abs(position) && (after == 0 || Math.Sign(after) == Math.Sign(position)));
            }

            position = after;
        }
    });

    [Fact]
    public void Without_costs_every_fill_lies_within_its_bar() => ForAll(
        session =>
        {
            foreach (var trade in session.Desk.Trades)
            {
                var (low, high) = session.Ranges[trade.Time];
                Assert.InRange(trade.LastPx.Raw, low.Raw, high.Raw);
            }
        },
        Desk.Free,
        Desk.Free with { Fill = new BarFill(1), Latency = new FixedLatency(40_000, 90_000) });

    [Fact]
    public void Own_fills_of_a_bar_stay_within_the_share_of_its_volume() => ForAll(
        session => Assert.All(
            session.Desk.Trades.GroupBy(t => t.Time),
            bar => Assert.True(bar.Sum(t => t.LastQty.ToDouble()) <= 5.0001)),
        Desk.Free);

    [Fact]
    public void Fill_numbers_rise_and_reports_come_in_order_of_time() => ForAll(session =>
    {
        var trades = session.Desk.Trades.ToList();
        Assert.Equal(Enumerable.Range(1, trades.Count).Select(i => (long)i), trades.Select(t => t.FillSeq!.Value));
        Assert.Equal(session.Desk.Reports.Select(r => r.Time).Order(), session.Desk.Reports.Select(r => r.Time));
    });

    [Fact]
    public void Equal_seeds_give_equal_reports()
    {
        Prop.ForAll<ulong>(seed =>
        {
            foreach (var model in s_models)
            {
                Assert.Equal(new RandomSession(seed, model).Desk.Reports, new RandomSession(seed, model).Desk.Reports);
            }
        }).Check(s_quick);
    }

    [Fact]
    public void A_later_market_changes_nothing_before_it() => Prop.ForAll<ulong>(seed =>
    {
        foreach (var model in s_models)
        {
            var whole = new RandomSession(seed, model).Desk;
            var cut = new RandomSession(seed, model, steps: 30);
            var end = Desk.Start + Duration.FromSeconds(model.Fill is QuoteFill or QueueFill ? 30 : 1800);
            Assert.Equal(cut.Desk.Reports.Where(r => r.Time < end), whole.Reports.Where(r => r.Time < end));
        }
    }).Check(s_quick);

    private static void ForAll(Action<RandomSession> check, params ExecutionModel[] models) => Prop.ForAll<ulong>(seed =>
    {
        foreach (var model in models.Length == 0 ? s_models : models)
        {
            check(new(seed, model));
        }
    }).Check(s_quick);
}
