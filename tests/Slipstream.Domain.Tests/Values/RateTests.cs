namespace Slipstream.Domain.Tests.Values;

public sealed class RateTests
{
    [Theory]
    [InlineData(10, 100_000)]
    [InlineData(0.1, 1_000)]
    [InlineData(2.5, 25_000)]
    [InlineData(-0.5, -5_000)]
    [InlineData(10_000, 100_000_000)]
    public void Basis_points_are_ten_thousandths(double bps, long raw) => Assert.Equal(raw, Rate.FromBps(bps).Raw);

    [Fact]
    public void Every_rate_is_written_and_read_back() =>
        Any.Holds(Any.Long, raw => Rate.Parse(Rate.FromRaw(raw).ToString()).Raw == raw);

    [Fact]
    public void A_rate_is_a_fraction()
    {
        Assert.Equal(Rate.FromBps(10), Rate.FromDouble(0.001));
        Assert.Equal(0.001, Rate.FromBps(10).ToDouble());
        Assert.Equal(default, Rate.Zero);
    }
}
