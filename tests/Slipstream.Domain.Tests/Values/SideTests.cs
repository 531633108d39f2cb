namespace Slipstream.Domain.Tests.Values;

public sealed class SideTests
{
    [Fact]
    public void A_side_has_an_opposite_and_a_sign()
    {
        Assert.Equal(Side.Sell, Side.Buy.Opposite());
        Assert.Equal(Side.Buy, Side.Sell.Opposite());
        Assert.Equal(1, Side.Buy.Sign());
        Assert.Equal(-1, Side.Sell.Sign());
    }
}
