namespace Slipstream.Simulation.Tests.Models;

public sealed class CostTests
{
    private static readonly Instrument s_future = Desk.Coin with
    {
        AssetClass = AssetClass.Future,
        TickSize = PriceMove.Parse("0.25"),
        LotSize = Quantity.FromUnits(1),
        ContractMultiplier = Desk.P(50),
        Fees = FeeSchedule.Free with { PerUnit = Desk.P(2.25) },
    };

    [Fact]
    public void The_square_root_law_gives_the_impact_computed_by_hand()
    {
        // 1 * 0.04 * sqrt(100 / 10,000) = 0.004: 40 bp.
        var model = new SquareRootImpact(VolDaily: 0.04, Adv: 10_000);
        Assert.Equal(0.004, model.Fraction(100, default), 1e-15);
        Assert.Equal(0.0056568542494923806, (model with { Y = 0.5, VolDaily = 0.08, Adv = 5_000 }).Fraction(100, default), 1e-15);
    }

    [Fact]
    public void A_taker_pays_spread_and_impact_each_told_apart()
    {
        // Open 100; half of 20 bp is 0.10; impact 0.40, of which two thirds fade. 100.50 for 100 units.
        var desk = new Desk(Desk.Free with { Spread = new FixedSpread(20), Impact = new SquareRootImpact(VolDaily: 0.04, Adv: 10_000) });
        desk.Bar(100, 101, 99, 100);
        desk.Place(OrderRequest.Market(Desk.Id, Side.Buy, Desk.Q(100)), decision: 100);
        desk.Bar(100, 100.2, 99, 100);
        Assert.Equal("1: 100 @ 100.5", desk.Fills);
        var costs = desk.Trades.Single().Costs;
        Assert.Equal(10, costs.Spread, 1e-9);
        Assert.Equal(26.6666666667, costs.TemporaryImpact, 1e-9);
        Assert.Equal(13.3333333333, costs.PermanentImpact, 1e-9);
        Assert.Equal(0, costs.Delay);
    }

    [Fact]
    public void A_maker_pays_neither()
    {
        var desk = new Desk(Desk.Free with { Spread = new FixedSpread(20), Impact = new SquareRootImpact(VolDaily: 0.04, Adv: 10_000) });
        desk.Bar(100, 101, 99, 100);
        desk.Limit(Side.Sell, 100, 102);
        desk.Bar(100, 103, 99, 100);
        Assert.Equal("1: 100 @ 102", desk.Fills);
        Assert.Equal(default, desk.Trades.Single().Costs);
    }

    [Fact]
    public void A_limit_caps_the_price_and_the_costs_with_it()
    {
        var desk = new Desk(Desk.Free with { Spread = new FixedSpread(20) });
        desk.Bar(100, 101, 99, 100);
        desk.Limit(Side.Buy, 10, 100.04);
        desk.Bar(100, 101, 99, 100);
        Assert.Equal("1: 10 @ 100.04", desk.Fills);
        Assert.Equal(0.4, desk.Trades.Single().Costs.Spread, 1e-9);
    }

    [Fact]
    public void A_worsened_price_is_rounded_to_the_tick_against_the_trader_and_costs_count_the_multiplier()
    {
        // Half of 1 bp of 5000 is 0.25; of 5000.25 it is 0.2500125, rounded up to 0.50 for a buy.
        var desk = new Desk(Desk.Free with { Spread = new FixedSpread(1) }, s_future);
        desk.Bar(5000.25, 5001, 4999, 5000);
        desk.Market(Side.Buy, 2);
        desk.Bar(5000.25, 5001, 4999, 5000);
        Assert.Equal("1: 2 @ 5000.75", desk.Fills);
        Assert.Equal(50, desk.Trades.Single().Costs.Spread, 1e-9);
    }

    [Fact]
    public void The_quoted_spread_is_added_to_prices_that_are_no_quotes()
    {
        var desk = new Desk(Desk.Free with { Spread = new QuotedSpread() });
        desk.Quote(99, 1, 101, 1);
        desk.Market(Side.Buy, 1);
        desk.Bar(100, 103, 99, 100);
        Assert.Equal("1: 1 @ 101", desk.Fills);
        Assert.Equal(1, desk.Trades.Single().Costs.Spread);
    }

    [Fact]
    public void Activity_is_estimated_from_the_past_by_days()
    {
        var activity = default(MarketActivity);
        var day = Instant.FromUtc(2024, 1, 1);
        activity.Add(day + Duration.FromDays(1), 100, 1000);
        activity.Add(day + Duration.FromDays(2), 102, 3000);

        // Two days, the first weighing 0.966: volume (966 + 3000) / 1.966, variance 0.02^2 / 1.966.
        Assert.Equal(3966 / 1.966, activity.VolumeDaily, 1e-9);
        Assert.Equal(0.0004 / 1.966, activity.VarianceDaily, 1e-15);

        // Within a minute of the last sample the price does not count, the volume does.
        activity.Add(day + Duration.FromDays(2) + Duration.FromSeconds(30), 200, 0);
        Assert.Equal(0.0004 * 0.966 / ((1.966 * 0.966) + 1), activity.VarianceDaily, 1e-15);
    }

    [Fact]
    public void Impact_of_a_fill_knows_only_events_before_it()
    {
        var desk = new Desk(Desk.Free with { Impact = new SquareRootImpact() });
        desk.Bar(100, 101, 99, 100, 1000);
        desk.Bar(100, 102, 99, 102, 3000);
        desk.Market(Side.Buy, 100);
        desk.Bar(102, 200, 1, 150, 1_000_000);

        // Y * sqrt(variance * quantity / volume) = sqrt(0.0004 * 100 / 4000) = 0.0031622777 of 102.
        Assert.Equal("1: 100 @ 102.33", desk.Fills);
    }

    [Fact]
    public void The_instrument_fee_knows_rates_units_and_gas()
    {
        var coin = Desk.Coin with { Fees = new(Rate.FromBps(-1), Rate.FromBps(10), default, Desk.P(3)) };
        var desk = new Desk(Desk.Free with { Fee = new InstrumentFee() }, coin);
        desk.Bar(100, 101, 99, 100);
        desk.Market(Side.Buy, 2);
        desk.Bar(100, 101, 99, 100, volume: 4);
        desk.Bar(101, 101, 99, 100, volume: 4);
        desk.Limit(Side.Sell, 1, 102);
        desk.Bar(100, 103, 99, 100, volume: 4);
        Assert.Equal(["3.1 USD", "0.101 USD", "2.9898 USD"], desk.Trades.Select(t => t.Fee!.Value.ToString()));

        var future = new Desk(Desk.Free with { Fee = new InstrumentFee() }, s_future);
        future.Bar(5000, 5000, 5000, 5000);
        future.Market(Side.Sell, 3);
        future.Bar(5000, 5000, 5000, 5000);
        Assert.Equal("6.75 USD", future.Trades.Single().Fee.ToString());
    }

    [Fact]
    public void Gas_is_charged_once_even_if_the_order_never_fills()
    {
        var coin = Desk.Coin with { Fees = FeeSchedule.Free with { Gas = Desk.P(3) } };
        var desk = new Desk(Desk.Free with { Fee = new InstrumentFee() }, coin);
        desk.Bar(100, 101, 99, 100);
        desk.Cancel(desk.Limit(Side.Buy, 1, 90));
        Assert.Equal("3 USD", desk.Reports[^1].Fee.ToString());
    }

    [Fact]
    public void A_fixed_fee_is_charged_once_an_order()
    {
        var desk = new Desk(Desk.Free with { Fee = new FixedFee(Desk.P(1)) });
        desk.Bar(100, 101, 99, 100);
        desk.Market(Side.Buy, 2);
        desk.Bar(100, 101, 99, 100, volume: 4);
        desk.Bar(100, 101, 99, 100, volume: 4);
        Assert.Equal(["1 USD", "0 USD"], desk.Trades.Select(t => t.Fee!.Value.ToString()));
    }

    [Fact]
    public void A_spot_buy_may_pay_in_what_it_bought()
    {
        var desk = new Desk(Desk.Free with { Fee = new BpsFee(1, 10, FeeCurrency.Base) });
        desk.Bar(100, 101, 99, 100);
        desk.Market(Side.Buy, 2);
        desk.Market(Side.Sell, 2);
        desk.Bar(100, 101, 99, 100);
        Assert.Equal(["0.002 BTC", "0.2 USD"], desk.Trades.Select(t => t.Fee!.Value.ToString()));
    }
}
