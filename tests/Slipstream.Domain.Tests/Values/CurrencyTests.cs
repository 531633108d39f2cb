namespace Slipstream.Domain.Tests.Values;

public sealed class CurrencyTests
{
    [Fact]
    public void A_code_is_the_same_currency_in_any_case()
    {
        Assert.Equal(Currency.Usd, Currency.Of("usd"));
        Assert.Equal("USDT", Currency.Of("UsdT").Code);
        Assert.Equal("1INCH", Currency.Of("1inch").ToString());
        Assert.NotEqual(Currency.Usd, Currency.Of("USDT"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("US D")]
    [InlineData("US-D")]
    [InlineData("EURÖ")]
    [InlineData("ABCDEFGHIJKLMNOPQ")]
    public void A_text_that_is_no_code_is_refused(string code) => Assert.Throws<ArgumentException>(() => Currency.Of(code));

    [Fact]
    public void No_text_is_refused() => Assert.Throws<ArgumentNullException>(() => Currency.Of(null!));

    [Fact]
    public void A_currency_that_was_never_set_is_noticed() => Assert.Throws<InvalidOperationException>(() => default(Currency).Code);
}
