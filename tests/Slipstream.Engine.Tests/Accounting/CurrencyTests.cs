using Slipstream.Domain;
using Slipstream.Engine.Accounting;
using Slipstream.Engine.Market;
using Slipstream.Engine.Tests.Rig;

namespace Slipstream.Engine.Tests.Accounting;

public class CurrencyTests
{
    private static readonly Instrument BtcEur = Some.BtcUsd with { Symbol = "BTC/EUR", Quote = Some.Eur };

    private MarketBoard _board = new(1);

    [Fact]
    public void A_pair_quoted_in_the_account_currency_gains_as_its_price_moves()
    {
        var account = Open(Some.EurUsd);
        Price(0, "1.10");
        account.Apply(Some.Fill(Some.First, Side.Buy, "1000", "1.10", Money.Zero(Some.Usd)));
        Assert.Equal(10_000, account.Equity(), 8);
        Price(0, "1.12");
        Assert.Equal(10_020, account.Equity(), 8); // 1000 * 0.02
    }

    [Fact]
    public void A_pair_quoted_in_another_currency_is_turned_by_its_own_price()
    {
        var account = Open(Some.UsdJpy);
        Price(0, "150");
        account.Apply(Some.Fill(Some.First, Side.Buy, "1000", "150", Money.Zero(Some.Jpy)));
        Assert.Equal(10_000, account.Equity(), 8);
        Assert.Equal(Some.Of("-150000", Some.Jpy), account.Cash.Of(Some.Jpy));
        Price(0, "155");
        Assert.Equal(10_000 + (5_000 / 155.0), account.Equity(), 8);
        Assert.Equal(1_000, account.Exposure().Net, 8);
    }

    [Fact]
    public void Fees_in_coin_move_equity_even_while_nothing_is_held()
    {
        var account = Open(Some.BtcUsd);
        Price(0, "50000");
        account.Apply(Some.Fill(Some.First, Side.Buy, "1", "50000", Some.Of("0.001", Some.Btc)));
        account.Apply(Some.Fill(Some.First, Side.Sell, "1", "50000", Money.Zero(Some.Usd)));
        Assert.Equal(10_000 - 50, account.Equity(), 8);
        Price(0, "60000");
        Assert.Equal(10_000 - 60, account.Equity(), 8);
        Price(0, "40000");
        Assert.Equal(10_000 - 40, account.Equity(), 8);
        Assert.Equal(40, account.InAccountCurrency(account.Fees), 8);
    }

    [Fact]
    public void A_rebate_adds_to_cash()
    {
        var account = Open(Some.BtcUsd);
        account.Apply(Some.Fill(Some.First, Side.Buy, "1", "100", Some.Of("-0.01", Some.Usd)));
        Assert.Equal(Some.Of("9900.01", Some.Usd), account.Cash.Of(Some.Usd));
        Assert.Equal(Some.Of("-0.01", Some.Usd), account.Fees.Of(Some.Usd));
    }

    [Fact]
    public void Cash_of_several_currencies_is_valued_together()
    {
        var universe = new Universe([Some.EurUsd, Some.UsdJpy]);
        _board = new MarketBoard(2);
        var rates = new FxRates(universe, _board, Some.Usd, new Dictionary<Currency, double>());
        var account = new Account(universe, _board, Some.Usd, [Some.Of("100", Some.Usd), Some.Of("100", Some.Eur), Some.Of("15000", Some.Jpy)], rates);
        Assert.True(double.IsNaN(account.Equity()));
        Price(0, "1.1");
        Price(1, "150");
        Assert.Equal(100 + 110 + 100, account.Equity(), 8);
        Price(0, "1.2");
        Assert.Equal(100 + 120 + 100, account.Equity(), 8);
    }

    [Fact]
    public void A_currency_is_valued_by_a_fixed_rate_a_pair_or_two_pairs()
    {
        var rates = Rates(new() { [Some.Usdt] = 0.999 }, BtcEur, Some.EurUsd, Some.UsdJpy);
        Assert.True(rates.Knows(Some.Btc));
        Assert.False(rates.Knows(Currency.Of("CHF")));
        Assert.True(double.IsNaN(rates.Rate(Some.Btc)));
        Price(0, "50000");
        Assert.True(double.IsNaN(rates.Rate(Some.Btc)));
        Price(1, "1.1");
        Price(2, "160");
        Assert.Equal(1, rates.Rate(Some.Usd));
        Assert.Equal(0.999, rates.Rate(Some.Usdt));
        Assert.Equal(1.1, rates.Rate(Some.Eur));
        Assert.Equal(1 / 160.0, rates.Rate(Some.Jpy));
        Assert.Equal(55_000, rates.Rate(Some.Btc), 6);
        Assert.True(double.IsNaN(rates.Rate(Currency.Of("CHF"))));
    }

    [Fact]
    public void A_price_of_zero_values_nothing()
    {
        var rates = Rates([], Some.UsdJpy);
        Price(0, "0");
        Assert.True(double.IsNaN(rates.Rate(Some.Jpy)));
    }

    private Account Open(Instrument instrument)
    {
        var universe = new Universe([instrument]);
        return new Account(universe, _board, Some.Usd, [Some.Of("10000", Some.Usd)], new FxRates(universe, _board, Some.Usd, new Dictionary<Currency, double>()));
    }

    private FxRates Rates(Dictionary<Currency, double> fixedRates, params Instrument[] instruments)
    {
        _board = new MarketBoard(instruments.Length);
        return new FxRates(new Universe(instruments), _board, Some.Usd, fixedRates);
    }

    private void Price(int instrument, string price) => _board.Update(Some.Bar(new((ushort)instrument), Some.Morning, Some.Px(price)));
}
