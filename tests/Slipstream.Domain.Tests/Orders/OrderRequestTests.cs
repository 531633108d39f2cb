namespace Slipstream.Domain.Tests.Orders;

public sealed class OrderRequestTests
{
    private static readonly InstrumentId Id = new(2);
    private static readonly Quantity One = Quantity.FromUnits(1);
    private static readonly Price Ten = Price.Parse("10");
    private static readonly Price Eleven = Price.Parse("11");

    [Fact]
    public void Each_maker_sets_its_type_and_its_prices_only()
    {
        var offset = PriceMove.Parse("0.5");
        Assert.Equal(new OrderShape(OrderType.Market, null, null, null), Shape(OrderRequest.Market(Id, Side.Buy, One)));
        Assert.Equal(new OrderShape(OrderType.Limit, Ten, null, null), Shape(OrderRequest.Limit(Id, Side.Buy, One, Ten)));
        Assert.Equal(new OrderShape(OrderType.Stop, null, Ten, null), Shape(OrderRequest.Stop(Id, Side.Buy, One, Ten)));
        Assert.Equal(new OrderShape(OrderType.StopLimit, Eleven, Ten, null), Shape(OrderRequest.StopLimit(Id, Side.Buy, One, Ten, Eleven)));
        Assert.Equal(new OrderShape(OrderType.TrailingStop, null, null, offset), Shape(OrderRequest.TrailingStop(Id, Side.Buy, One, offset)));
    }

    [Fact]
    public void An_order_lives_until_cancelled_unless_said()
    {
        var order = OrderRequest.Market(Id, Side.Sell, One);
        Assert.Equal(TimeInForce.Gtc, order.TimeInForce);
        Assert.Equal(Urgency.Normal, order.Urgency);
        Assert.Equal((Id, Side.Sell, One), (order.Instrument, order.Side, order.Quantity));
        Assert.False(order.PostOnly || order.ReduceOnly);
        Assert.Equal(TimeInForce.Day, (order with { TimeInForce = TimeInForce.Day }).TimeInForce);
    }

    [Theory]
    [InlineData(OrdStatus.PendingNew, false)]
    [InlineData(OrdStatus.New, false)]
    [InlineData(OrdStatus.PartiallyFilled, false)]
    [InlineData(OrdStatus.Filled, true)]
    [InlineData(OrdStatus.PendingCancel, false)]
    [InlineData(OrdStatus.PendingReplace, false)]
    [InlineData(OrdStatus.Canceled, true)]
    [InlineData(OrdStatus.Rejected, true)]
    [InlineData(OrdStatus.Expired, true)]
    public void A_status_is_final_or_open(OrdStatus status, bool final)
    {
        Assert.Equal(final, status.IsFinal());
        Assert.Equal(!final, status.IsOpen());
    }

    private static OrderShape Shape(OrderRequest order) => new(order.Type, order.LimitPrice, order.StopPrice, order.TrailingOffset);

    private sealed record OrderShape(OrderType Type, Price? Limit, Price? Stop, PriceMove? Offset);
}
