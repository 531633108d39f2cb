namespace Slipstream.Simulation.Tests.Matching;

public sealed class CloseFillTests
{
    private readonly Desk _desk = new(new CloseFill());

    [Fact]
    public void A_market_order_fills_whole_and_at_once_at_the_last_close()
    {
        _desk.Bar(100, 101, 99, 100.5, volume: 1);
        var order = _desk.Market(Side.Buy, 50);
        Assert.Equal("1: 50 @ 100.5", _desk.Fills);
        Assert.Equal([ExecType.New, ExecType.Trade], _desk.Of(order));
    }

    [Fact]
    public void Before_the_first_price_a_market_order_waits_for_the_first_open()
    {
        _desk.Market(Side.Sell, 1);
        _desk.Bar(100, 101, 99, 100.5);
        Assert.Equal("1: 1 @ 100", _desk.Fills);
    }

    [Fact]
    public void Limits_and_stops_fill_as_against_bars()
    {
        _desk.Bar(100, 101, 99, 100);
        _desk.Limit(Side.Buy, 1, 101);
        _desk.Stop(Side.Sell, 1, 98);
        Assert.Equal("", _desk.Fills);
        _desk.Bar(100, 101, 97, 98);
        Assert.Equal("1: 1 @ 100; 2: 1 @ 98", _desk.Fills);
    }

    [Fact]
    public void A_trade_s_price_is_a_last_price_too()
    {
        _desk.Trade(99.5, 1, null);
        _desk.Market(Side.Buy, 1);
        Assert.Equal("1: 1 @ 99.5", _desk.Fills);
    }
}
