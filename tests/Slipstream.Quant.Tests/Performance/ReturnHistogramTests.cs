using FsCheck;
using FsCheck.Fluent;
using Slipstream.Quant.Performance;

namespace Slipstream.Quant.Tests.Performance;

public sealed class ReturnHistogramTests
{
    [Fact]
    public void Every_return_is_in_one_bin() =>
        Prop.ForAll<short[], PositiveInt>((shorts, bins) =>
        {
            var histogram = new ReturnHistogram([.. shorts.Select(s => s / 1000.0)], bins.Get);
            int total = 0;
            foreach (int count in histogram.Counts)
            {
                total += count;
            }

            return total == shorts.Length && histogram.Edges.Length == bins.Get + 1;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Equal_returns_lie_in_the_middle_of_a_unit()
    {
        var histogram = new ReturnHistogram([0.25, 0.25], 2);
        Assert.Equal([-0.25, 0.25, 0.75], histogram.Edges.ToArray());
        Assert.Equal([0, 2], histogram.Counts.ToArray());
    }

    [Fact]
    public void A_bin_is_needed() => Assert.Throws<ArgumentOutOfRangeException>(() => new ReturnHistogram([0.1], 0));

    [Fact]
    public void A_return_that_is_not_a_number_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReturnHistogram([0.1, double.NaN], 3));
}
