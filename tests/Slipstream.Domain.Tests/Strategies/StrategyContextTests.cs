using System.Numerics;

namespace Slipstream.Domain.Tests.Strategies;

public sealed class StrategyContextTests
{
    private static readonly InstrumentId Id = new(0);

    [Theory]
    [InlineData("0", "0", "5", "A 5")]
    [InlineData("0", "0", "-5", "A -5")]
    [InlineData("3", "0", "5", "A 2")]
    [InlineData("5", "0", "3", "A -2")]
    [InlineData("5", "0", "-3", "A -8")]
    [InlineData("3", "2", "5", null)]
    [InlineData("3", "4", "5", "A -2")]
    [InlineData("-3", "-2", "0", "A 5")]
    [InlineData("0", "0", "2.9", "A 2")]
    [InlineData("0", "0", "-2.9", "A -2")]
    [InlineData("2", "0", "2.9", null)]
    [InlineData("2.5", "0", "0", "A -2")]
    public void Moving_to_a_target_trades_the_difference_in_whole_lots(string held, string working, string target, string? expected)
    {
        var context = new FakeContext(FakeContext.Share("A"));
        context.Positions[Id] = Position.Parse(held);
        context.InFlight[Id] = Position.Parse(working);
        var intent = context.MoveTo(Id, Position.Parse(target), "because");
        Assert.Equal(expected is not null, intent is not null);
        Assert.All(context.Placed, order => Assert.Equal(("because", OrderType.Market), (order.Rationale, order.Type)));
        Assert.Equal(expected is null ? [] : [expected], context.Take());
    }

    [Fact]
    public void Moving_never_goes_past_the_target_and_stops_less_than_a_lot_from_it() =>
        Any.Holds(
            FsCheck.Fluent.Gen.Select(Any.Long, l => l >> 2), FsCheck.Fluent.Gen.Select(Any.Long, l => l >> 2), (held, target) =>
            {
                var context = new FakeContext(FakeContext.Share("A", "0.003"));
                context.Positions[Id] = Position.FromRaw(held);
                context.MoveTo(Id, Position.FromRaw(target));
                var after = context.Placed.Aggregate(Position.FromRaw(held), (p, o) => p.After(o.Side, o.Quantity));
                var off = BigInteger.Abs((BigInteger)target - after.Raw);
                return off < 300_000 && BigInteger.Abs((BigInteger)after.Raw - held) + off == BigInteger.Abs((BigInteger)target - held);
            });

    [Fact]
    public void A_difference_that_does_not_fit_throws()
    {
        var context = new FakeContext(FakeContext.Share("A"));
        context.Positions[Id] = Position.FromRaw(-2);
        Assert.Throws<OverflowException>(() => context.MoveTo(Id, Position.FromRaw(long.MaxValue)));
        Assert.Empty(context.Placed);
    }

    [Fact]
    public void Buy_and_sell_are_market_orders_with_a_reason()
    {
        var context = new FakeContext(FakeContext.Share("A"));
        Assert.Equal(new IntentId(1), context.Buy(Id, Quantity.FromUnits(1), "up"));
        Assert.Equal(new IntentId(2), context.Sell(Id, Quantity.FromUnits(2)));
        Assert.Equal(OrderRequest.Market(Id, Side.Buy, Quantity.FromUnits(1)) with { Rationale = "up" }, context.Placed[0]);
        Assert.Equal(OrderRequest.Market(Id, Side.Sell, Quantity.FromUnits(2)), context.Placed[1]);
    }
}
