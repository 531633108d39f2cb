using System.Numerics;
using FsCheck.Fluent;

namespace Slipstream.Domain.Tests.Values;

public sealed class PositionTests
{
    [Fact]
    public void A_trade_adds_or_takes_exactly_or_throws() =>
        Any.Holds(Any.Long, Any.NonNegative, (p, q) =>
            Any.IsChecked((BigInteger)p + q, () => Position.FromRaw(p).After(Side.Buy, Quantity.FromRaw(q)).Raw)
            && Any.IsChecked((BigInteger)p - q, () => Position.FromRaw(p).After(Side.Sell, Quantity.FromRaw(q)).Raw));

    [Fact]
    public void The_closing_trade_leaves_nothing() =>
        Any.Holds(Any.Long.Where(raw => raw != long.MinValue), raw =>
        {
            var position = Position.FromRaw(raw);
            return position.After(position.ClosingSide, position.Size).IsFlat;
        });

    [Fact]
    public void A_position_is_long_short_or_flat() =>
        Any.Holds(Any.Long, raw =>
        {
            var position = Position.FromRaw(raw);
            return position.IsLong == raw > 0 && position.IsShort == raw < 0 && position.IsFlat == (raw == 0);
        });

    [Fact]
    public void The_size_of_the_lowest_position_throws_rather_than_turns_negative() =>
        Assert.Throws<OverflowException>(() => Position.FromRaw(long.MinValue).Size);

    [Fact]
    public void Every_position_is_written_and_read_back() =>
        Any.Holds(Any.Long, raw => Position.Parse(Position.FromRaw(raw).ToString()).Raw == raw);

    [Fact]
    public void A_position_from_a_double_lies_on_the_grid()
    {
        Assert.Equal(Position.Parse("-0.5"), Position.FromDouble(-0.5));
        Assert.Equal(-0.5, Position.Parse("-0.5").ToDouble());
        Assert.Equal(default, Position.Flat);
    }
}
