using System.Numerics;
using FsCheck.Fluent;

namespace Slipstream.Domain.Tests.Instruments;

public sealed class InstrumentTests
{
    private static readonly Instrument Spot = new()
    {
        Symbol = "BTC/USD",
        AssetClass = AssetClass.Crypto,
        Base = Currency.Of("BTC"),
        Quote = Currency.Usd,
        TickSize = PriceMove.Parse("0.01"),
        LotSize = Quantity.Parse("0.001"),
    };

    private static readonly Instrument Future = Spot with
    {
        Symbol = "ES",
        AssetClass = AssetClass.Future,
        TickSize = PriceMove.Parse("0.25"),
        LotSize = Quantity.FromUnits(1),
        ContractMultiplier = Price.Parse("50"),
    };

    [Fact]
    public void Notional_is_price_times_quantity_rounded_half_to_even() =>
        Any.Holds(Any.Long, Any.NonNegative, (p, q) =>
            Spot.Notional(Price.FromRaw(p), Quantity.FromRaw(q)).Raw == (Int128)Any.HalfEven((BigInteger)p * q, Grid.UnitsPerOne));

    [Fact]
    public void Notional_with_a_multiplier_is_rounded_once()
    {
        var one = (BigInteger)Grid.UnitsPerOne;
        Any.Holds(
            from p in Any.Ordinary from q in Any.Ordinary from m in Any.Ordinary select (p, q, m: m / 100),
            x => (Future with { ContractMultiplier = Price.FromRaw(x.m) }).Notional(Price.FromRaw(x.p), Quantity.FromRaw(x.q)).Raw
                == (Int128)Any.HalfEven((BigInteger)x.p * x.q * x.m, one * one));
    }

    [Fact]
    public void The_value_of_a_contract_is_right_up_to_the_range_of_the_values() =>
        Any.Holds(
            from p in Any.Long from q in Any.Long from m in Any.Ordinary select (p, q, m: m * 800),
            x => (Future with { ContractMultiplier = Price.FromRaw(x.m) }).Value(Price.FromRaw(x.p), Position.FromRaw(x.q)).Raw
                == (Int128)Any.HalfEven((BigInteger)x.p * x.q * x.m, (BigInteger)Grid.UnitsPerOne * Grid.UnitsPerOne));

    [Fact]
    public void The_value_of_a_position_has_its_sign_and_the_profit_that_of_the_move()
    {
        Assert.Equal(Money.Parse("-500000", Currency.Usd), Future.Value(Price.Parse("5000"), Position.Parse("-2")));
        Assert.Equal(Money.Parse("500000", Currency.Usd), Future.Notional(Price.Parse("5000"), Quantity.FromUnits(2)));
        Assert.Equal(Money.Parse("-25", Currency.Usd), Future.Profit(PriceMove.Parse("0.25"), Position.Parse("-2")));
        Assert.Equal(Money.Parse("25", Currency.Usd), Future.Profit(PriceMove.Parse("-0.25"), Position.Parse("-2")));
        Assert.Equal(Currency.Of("JPY"), (Spot with { Quote = Currency.Of("JPY") }).Notional(Price.Parse("1"), Quantity.FromUnits(1)).Currency);
    }

    [Fact]
    public void Opposite_positions_have_opposite_values() =>
        Any.Holds(Any.Ordinary, Any.Ordinary, (p, q) =>
            Future.Value(Price.FromRaw(p), Position.FromRaw(q)) == -Future.Value(Price.FromRaw(p), Position.FromRaw(-q)));

    [Fact]
    public void A_notional_beyond_128_bits_throws()
    {
        var huge = Future with { ContractMultiplier = Price.FromRaw(long.MaxValue) };
        Assert.Throws<OverflowException>(() => huge.Notional(Price.FromRaw(long.MaxValue), Quantity.FromRaw(long.MaxValue)));
    }

    [Fact]
    public void A_quantity_is_floored_to_whole_lots() =>
        Any.Holds(Any.NonNegative, Any.Ordinary.Where(lot => lot > 0), (raw, lot) =>
        {
            var instrument = Spot with { LotSize = Quantity.FromRaw(lot) };
            var floored = instrument.FloorToLot(Quantity.FromRaw(raw));
            return floored.Raw <= raw && raw - floored.Raw < lot && floored.Raw % lot == 0 && instrument.IsOnLot(floored)
                && instrument.IsOnLot(Quantity.FromRaw(raw)) == (floored.Raw == raw);
        });

    [Fact]
    public void A_price_is_rounded_to_a_tick_that_is_no_more_aggressive() =>
        Any.Holds(Any.Long, Any.Ordinary.Where(tick => tick > 0), (raw, tick) =>
        {
            var instrument = Spot with { TickSize = PriceMove.FromRaw(tick) };
            var floor = (BigInteger)raw - ((((BigInteger)raw % tick) + tick) % tick);
            var ceiling = floor == raw ? floor : floor + tick;
            return Any.IsChecked(floor, () => instrument.RoundPassive(Price.FromRaw(raw), Side.Buy).Raw)
                && Any.IsChecked(ceiling, () => instrument.RoundPassive(Price.FromRaw(raw), Side.Sell).Raw)
                && instrument.IsOnTick(Price.FromRaw(raw)) == (floor == raw);
        });

    [Theory]
    [InlineData("100.019", Side.Buy, "100.01")]
    [InlineData("100.011", Side.Sell, "100.02")]
    [InlineData("100.01", Side.Buy, "100.01")]
    [InlineData("100.01", Side.Sell, "100.01")]
    [InlineData("-37.635", Side.Buy, "-37.64")] // oil, April 2020
    [InlineData("-37.635", Side.Sell, "-37.63")]
    public void Rounding_goes_away_from_the_market_below_zero_too(string price, Side side, string expected) =>
        Assert.Equal(expected, Spot.RoundPassive(Price.Parse(price), side).ToString());

    [Theory]
    [InlineData(AssetClass.Crypto, false)]
    [InlineData(AssetClass.CryptoPerpetual, true)]
    [InlineData(AssetClass.Fx, false)]
    [InlineData(AssetClass.Equity, false)]
    [InlineData(AssetClass.Future, true)]
    public void Only_derivatives_are_margined(AssetClass assetClass, bool margined) =>
        Assert.Equal(margined, (Spot with { AssetClass = assetClass }).IsMargined);

    [Fact]
    public void A_bare_instrument_is_spot_on_the_finest_grid_and_free()
    {
        var bare = new Instrument { Symbol = "X", AssetClass = AssetClass.Equity, Base = Currency.Of("X"), Quote = Currency.Usd };
        Assert.True(bare.IsOnTick(Price.FromRaw(1)));
        Assert.True(bare.IsOnLot(Quantity.FromRaw(1)));
        Assert.Equal(Venue.Simulated, bare.Venue);
        Assert.Equal(FeeSchedule.Free, bare.Fees);
        Assert.Equal(SessionHours.AlwaysOpen, bare.Session);
        Assert.Null(bare.Margin);
    }

    [Fact]
    public void Fees_in_basis_points_are_rates()
    {
        var fees = FeeSchedule.OfBps(-0.5, 7.5);
        Assert.Equal(Rate.Parse("-0.00005"), fees.Maker);
        Assert.Equal(Rate.Parse("0.00075"), fees.Taker);
        Assert.Equal(default, fees.PerUnit);
        Assert.Equal(default, fees.Gas);
    }
}
