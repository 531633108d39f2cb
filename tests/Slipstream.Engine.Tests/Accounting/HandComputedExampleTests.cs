using Slipstream.Domain;
using Slipstream.Engine.Accounting;
using Slipstream.Engine.Market;
using Slipstream.Engine.Tests.Rig;

namespace Slipstream.Engine.Tests.Accounting;

/// <summary>Partial fills, a flip through zero, a fee in the base currency, and funding, computed by hand.</summary>
public class HandComputedExampleTests
{
    [Fact]
    public void A_perpetual_with_partial_fills_a_flip_a_fee_in_coin_and_funding()
    {
        var (account, board) = Open(Some.BtcPerp, Some.Usdt);
        var holding = account.Holding(Some.First);

        // An order to buy 3 fills in two parts.
        // 2 at 100: cost 200. Fee 0.04 USDT: cash 10000 - 0.04 = 9999.96.
        account.Apply(Some.Fill(Some.First, Side.Buy, "2", "100", Some.Of("0.04", Some.Usdt)));
        Expect(holding, "2", "200", "0", "100");
        Assert.Equal(Some.Of("9999.96", Some.Usdt), account.Cash.Of(Some.Usdt));

        // 1 at 103: cost 200 + 103 = 303, average 303 / 3 = 101. Fee 0.0005 BTC.
        account.Apply(Some.Fill(Some.First, Side.Buy, "1", "103", Some.Of("0.0005", Some.Btc)));
        Expect(holding, "3", "303", "0", "101");
        Assert.Equal(Some.Of("9999.96", Some.Usdt), account.Cash.Of(Some.Usdt));
        Assert.Equal(Some.Of("-0.0005", Some.Btc), account.Cash.Of(Some.Btc));

        // Funding 0.0001 at mark 102: 3 * 102 * 0.0001 = 0.0306, paid because long. Cash 9999.96 - 0.0306 = 9999.9294.
        account.Apply(Some.First, new Funding(Some.Morning, Rate.Parse("0.0001"), Some.Px("102")));
        Assert.Equal(Some.Of("0.0306", Some.Usdt), account.FundingPaid.Of(Some.Usdt));
        Assert.Equal(Some.Of("9999.9294", Some.Usdt), account.Cash.Of(Some.Usdt));

        // Sell 1 at 104: a third of 303, 101, leaves the basis; realised 104 - 101 = 3. Fee 0.0208: cash 9999.9294 + 3 - 0.0208 = 10002.9086.
        account.Apply(Some.Fill(Some.First, Side.Sell, "1", "104", Some.Of("0.0208", Some.Usdt)));
        Expect(holding, "2", "202", "3", "101");
        Assert.Equal(Some.Of("10002.9086", Some.Usdt), account.Cash.Of(Some.Usdt));

        // Sell 5 at 99, through zero: 2 close for 198 against a basis of 202, realised 3 - 4 = -1; 3 open short, basis -297.
        // Fee 0.099: cash 10002.9086 - 4 - 0.099 = 9998.8096.
        account.Apply(Some.Fill(Some.First, Side.Sell, "5", "99", Some.Of("0.099", Some.Usdt)));
        Expect(holding, "-3", "-297", "-1", "99");
        Assert.Equal(Some.Of("9998.8096", Some.Usdt), account.Cash.Of(Some.Usdt));

        // Funding 0.0002 at mark 98: -3 * 98 * 0.0002 = -0.0588, received because short. Paid so far 0.0306 - 0.0588 = -0.0282.
        account.Apply(Some.First, new Funding(Some.Morning, Rate.Parse("0.0002"), Some.Px("98")));
        Assert.Equal(Some.Of("-0.0282", Some.Usdt), account.FundingPaid.Of(Some.Usdt));
        Assert.Equal(Some.Of("9998.8684", Some.Usdt), account.Cash.Of(Some.Usdt));

        // At 97: unrealised -3 * 97 + 297 = 6. Fees 0.04 + 0.0208 + 0.099 = 0.1598 USDT and 0.0005 BTC, worth 0.0485.
        // Equity 9998.8684 + 6 - 0.0485 = 10004.8199 = 10000 - 1 + 6 - 0.1598 - 0.0485 + 0.0282.
        board.Update(Some.Bar(Some.First, Some.Morning, Some.Px("97")));
        Assert.Equal(Some.Of("6", Some.Usdt), holding.UnrealisedPnl(Some.Px("97")));
        Assert.Equal(Some.Of("0.1598", Some.Usdt), account.Fees.Of(Some.Usdt));
        Assert.Equal(Some.Of("0.0005", Some.Btc), account.Fees.Of(Some.Btc));
        Assert.Equal(10004.8199, account.Equity(), 8);
    }

    [Fact]
    public void The_same_fills_in_spot_move_the_whole_notional_and_pay_no_funding()
    {
        var (account, board) = Open(Some.BtcUsd, Some.Usd);
        var holding = account.Holding(Some.First);

        // 10000 - 200 - 0.04
        account.Apply(Some.Fill(Some.First, Side.Buy, "2", "100", Some.Of("0.04", Some.Usd)));
        Assert.Equal(Some.Of("9799.96", Some.Usd), account.Cash.Of(Some.Usd));

        // 9799.96 - 103; the fee is in coin
        account.Apply(Some.Fill(Some.First, Side.Buy, "1", "103", Some.Of("0.0005", Some.Btc)));
        Assert.Equal(Some.Of("9696.96", Some.Usd), account.Cash.Of(Some.Usd));

        account.Apply(Some.First, new Funding(Some.Morning, Rate.Parse("0.0001"), Some.Px("102")));
        Assert.Equal(0, account.FundingPaid.Count);

        // 9696.96 + 104 - 0.0208
        account.Apply(Some.Fill(Some.First, Side.Sell, "1", "104", Some.Of("0.0208", Some.Usd)));
        Assert.Equal(Some.Of("9800.9392", Some.Usd), account.Cash.Of(Some.Usd));

        // 9800.9392 + 495 - 0.099
        account.Apply(Some.Fill(Some.First, Side.Sell, "5", "99", Some.Of("0.099", Some.Usd)));
        Assert.Equal(Some.Of("10295.8402", Some.Usd), account.Cash.Of(Some.Usd));
        Expect(holding, "-3", "-297", "-1", "99");

        // 10295.8402 - 3 * 97 - 0.0005 * 97 = 10004.7917
        board.Update(Some.Bar(Some.First, Some.Morning, Some.Px("97")));
        Assert.Equal(10004.7917, account.Equity(), 8);
        Assert.Equal((291.0, -291.0), account.Exposure());
    }

    [Fact]
    public void A_future_counts_its_multiplier()
    {
        var (account, board) = Open(Some.Es, Some.Usd);
        var holding = account.Holding(Some.First);

        // 2 contracts at 5000.25: basis 2 * 5000.25 * 50 = 500025. Cash pays the fee only: 10000 - 4.50.
        account.Apply(Some.Fill(Some.First, Side.Buy, "2", "5000.25", Some.Of("4.50", Some.Usd)));
        Expect(holding, "2", "500025", "0", "5000.25");
        Assert.Equal(Some.Of("9995.5", Some.Usd), account.Cash.Of(Some.Usd));

        // 1 more at 5001: basis 500025 + 250050 = 750075; average 750075 / 150 = 5000.5.
        account.Apply(Some.Fill(Some.First, Side.Buy, "1", "5001", Some.Of("2.25", Some.Usd)));
        Expect(holding, "3", "750075", "0", "5000.5");

        // Sell 4 at 4999: 3 close, (4999 - 5000.5) * 150 = -225; 1 opens short, basis -249950. Cash 9993.25 - 225 - 9.
        account.Apply(Some.Fill(Some.First, Side.Sell, "4", "4999", Some.Of("9", Some.Usd)));
        Expect(holding, "-1", "-249950", "-225", "4999");
        Assert.Equal(Some.Of("9759.25", Some.Usd), account.Cash.Of(Some.Usd));

        // At 4990: (4999 - 4990) * 50 = 450.
        board.Update(Some.Bar(Some.First, Some.Morning, Some.Px("4990")));
        Assert.Equal(10209.25, account.Equity(), 8);
    }

    [Fact]
    public void A_future_may_trade_below_zero()
    {
        var (account, board) = Open(Some.Es with { ContractMultiplier = Some.Px("1000"), TickSize = PriceMove.Parse("0.01") }, Some.Usd);
        var holding = account.Holding(Some.First);

        // Buy 2 at -37.63: basis -75260; one more at -40: -115260, average -38.42.
        account.Apply(Some.Fill(Some.First, Side.Buy, "2", "-37.63", Money.Zero(Some.Usd)));
        account.Apply(Some.Fill(Some.First, Side.Buy, "1", "-40", Money.Zero(Some.Usd)));
        Expect(holding, "3", "-115260", "0", "-38.42");

        // Sell 5 at 10: 3 close, (10 + 38.42) * 3000 = 145260; 2 open short, basis -20000.
        account.Apply(Some.Fill(Some.First, Side.Sell, "5", "10", Money.Zero(Some.Usd)));
        Expect(holding, "-2", "-20000", "145260", "10");

        // At -5: short 2 from 10 gains 15 * 2000 = 30000. 10000 + 145260 + 30000.
        board.Update(Some.Bar(Some.First, Some.Morning, Some.Px("-5")));
        Assert.Equal(185260, account.Equity(), 8);
    }

    [Fact]
    public void A_flip_rounds_as_cash_does()
    {
        var (account, _) = Open(Some.BtcUsd, Some.Usd);
        var holding = account.Holding(Some.First);
        var price = Price.FromRaw(3);

        // 0.5 * 3e-8 = 1.5e-8, half to even 2e-8.
        account.Apply(Some.Fill(Some.First, Side.Buy, "0.5", "0.00000003", Money.Zero(Some.Usd)));
        Assert.Equal(2, holding.CostBasis.Raw);

        // Sell 1: cash +3e-8; the closed half is 2e-8, so the opened half is 1e-8, though alone it would be 2e-8.
        account.Apply(Some.Fill(Some.First, Side.Sell, "1", "0.00000003", Money.Zero(Some.Usd)));
        Assert.Equal(0, holding.RealisedPnl.Raw);
        Assert.Equal(-1, holding.CostBasis.Raw);
        var cash = account.Cash.Of(Some.Usd).Raw - Some.Of("10000", Some.Usd).Raw;
        Assert.Equal(1, cash);
        Assert.Equal(cash + holding.Instrument.Value(price, holding.Position).Raw, holding.RealisedPnl.Raw + holding.UnrealisedPnl(price).Raw);
    }

    [Fact]
    public void A_part_of_a_giant_position_closes_exactly()
    {
        // 20 billion units at 400: basis * quantity needs more than 127 bits. A quarter of the basis leaves with a quarter of the position.
        var (account, _) = Open(Some.BtcPerp, Some.Usdt);
        account.Apply(Some.Fill(Some.First, Side.Buy, "20000000000", "400", Money.Zero(Some.Usdt)));
        account.Apply(Some.Fill(Some.First, Side.Sell, "5000000000", "401", Money.Zero(Some.Usdt)));
        Expect(account.Holding(Some.First), "15000000000", "6000000000000", "5000000000", "400");
    }

    private static (Account Account, MarketBoard Board) Open(Instrument instrument, Currency cash)
    {
        var universe = new Universe([instrument]);
        var board = new MarketBoard(1);
        var rates = new FxRates(universe, board, cash, new Dictionary<Currency, double>());
        return (new Account(universe, board, cash, [Some.Of("10000", cash)], rates), board);
    }

    private static void Expect(Holding holding, string position, string cost, string realised, string average)
    {
        Assert.Equal(Position.Parse(position), holding.Position);
        Assert.Equal(Int128.Parse(cost) * Grid.UnitsPerOne, holding.CostBasis.Raw);
        Assert.Equal(Int128.Parse(realised) * Grid.UnitsPerOne, holding.RealisedPnl.Raw);
        Assert.Equal(Some.Px(average), holding.AverageEntryPrice);
    }
}
