using System.Numerics;

namespace Slipstream.Domain.Tests.Values;

public sealed class MoneyTests
{
    private static readonly Currency Eur = Currency.Of("EUR");

    [Fact]
    public void Sums_and_differences_are_exact() =>
        Any.Holds(Any.Long, Any.Long, (a, b) =>
            (Usd(a) + Usd(b)).Raw == (Int128)a + b && (Usd(a) - Usd(b)).Raw == (Int128)a - b && (-Usd(a)).Raw == -(Int128)a);

    [Fact]
    public void A_fraction_of_an_amount_is_rounded_half_to_even() =>
        Any.Holds(Any.Long, Any.Long, (m, r) => (Usd(m) * Rate.FromRaw(r)).Raw == (Int128)Any.HalfEven((BigInteger)m * r, Grid.UnitsPerOne));

    [Fact]
    public void Sums_beyond_128_bits_throw()
    {
        var most = Money.FromRaw(Int128.MaxValue, Currency.Usd);
        var least = Money.FromRaw(Int128.MinValue, Currency.Usd);
        Assert.Throws<OverflowException>(() => most + Usd(1));
        Assert.Throws<OverflowException>(() => least - Usd(1));
        Assert.Throws<OverflowException>(() => -least);
        Assert.Throws<OverflowException>(() => most * Rate.FromRaw(Grid.UnitsPerOne));
    }

    [Fact]
    public void Two_currencies_never_mix()
    {
        var mixed = Assert.Throws<InvalidOperationException>(() => Usd(1) + Money.Zero(Eur));
        Assert.Contains("USD and EUR", mixed.Message);
        Assert.Throws<InvalidOperationException>(() => Usd(1) - Money.Zero(Eur));
        Assert.NotEqual(Money.Zero(Currency.Usd), Money.Zero(Eur));
    }

    [Fact]
    public void An_amount_that_was_never_set_is_noticed() => Assert.Throws<InvalidOperationException>(() => default(Money) + Usd(1));

    [Fact]
    public void Cash_in_rupiah_or_won_fits()
    {
        var rupiah = Currency.Of("IDR");
        Assert.Equal("1500000000000000.25 IDR", Money.Parse("1500000000000000.25", rupiah).ToString());
        Assert.Equal("1500000000000000.25 IDR", Money.FromDouble(1_500_000_000_000_000.25, rupiah).ToString());
        Assert.Throws<FormatException>(() => Money.Parse("1e21", rupiah));
        Assert.Throws<OverflowException>(() => Money.FromDouble(1e21, rupiah));
    }

    [Fact]
    public void An_amount_is_written_with_its_currency()
    {
        Assert.Equal("100000.5 USD", Money.Parse("100000.50", Currency.Usd).ToString());
        Assert.Equal("-0.01 EUR", Money.FromDouble(-0.01, Eur).ToString());
        Assert.Equal(-0.01, Money.FromDouble(-0.01, Eur).ToDouble());
        Assert.True(Money.Zero(Eur).IsZero);
    }

    private static Money Usd(long raw) => Money.FromRaw(raw, Currency.Usd);
}
