using System.Globalization;
using System.Numerics;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Slipstream.Domain;
using Slipstream.Lake.Text;

namespace Slipstream.Lake.Tests.Properties;

public sealed class NumberTests
{
    [Fact]
    public void Prices_are_the_nearest_on_the_grid_half_to_even()
    {
        var digits = ArbMap.Default.GeneratorFor<long>().Zip(Gen.Choose(0, 18)).ToArbitrary();

        Prop.ForAll(digits, t =>
        {
            var (value, decimals) = t;
            var mantissa = BigInteger.Abs(new BigInteger(value) * 7_919_777_777);
            var text = Decimal(mantissa, decimals);
            var fault = DecimalText.TryParse(Encoding.ASCII.GetBytes((value < 0 ? "-" : "") + text), out var raw);
            var exact = Nearest(mantissa, decimals);
            return exact > long.MaxValue ? fault == NumberFault.TooLarge : fault == NumberFault.None && raw == (value < 0 ? -exact : exact);
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("5.352e-05", 5352L)]
    [InlineData("1E3", 100_000_000_000L)]
    [InlineData("0.000000005", 0L)]
    [InlineData("0.000000015", 2L)]
    [InlineData("0.0000000050000000000000000000000000000000001", 1L)]
    [InlineData(".5", 50_000_000L)]
    [InlineData("5.", 500_000_000L)]
    [InlineData("+1", 100_000_000L)]
    [InlineData(" \"1.5\" ", 150_000_000L)]
    [InlineData("0e99", 0L)]
    public void Odd_spellings_are_read(string text, long raw)
    {
        Assert.Equal(NumberFault.None, DecimalText.TryParse(Encoding.ASCII.GetBytes(text), out var read));
        Assert.Equal(raw, read);
    }

    [Theory]
    [InlineData("1,5")]
    [InlineData("1.2.3")]
    [InlineData("--1")]
    [InlineData("e5")]
    [InlineData("1e")]
    [InlineData("0x10")]
    [InlineData("inf")]
    public void What_is_no_number_is_not_read(string text) =>
        Assert.Equal(NumberFault.NotANumber, DecimalText.TryParse(Encoding.ASCII.GetBytes(text), out _));

    [Fact]
    public void Written_times_are_read_back()
    {
        var text = new TimeText(new(TimeStyle.YearFirst, 0, false, TimeZoneInfo.Utc));
        var instants = Gen.Choose(int.MinValue, int.MaxValue).Zip(Gen.Choose(0, 999_999_999)).ToArbitrary();

        Prop.ForAll(instants, t =>
        {
            var instant = Instant.FromUnixSeconds(t.Item1) + Duration.FromNanos(t.Item2);
            return text.TryParse(Encoding.ASCII.GetBytes(instant.ToString()), out var nanos) == QuarantineReason.None && nanos == instant.UnixNanos;
        }).QuickCheckThrowOnFailure();
    }

    private static string Decimal(BigInteger mantissa, int decimals)
    {
        var text = mantissa.ToString(CultureInfo.InvariantCulture).PadLeft(decimals + 1, '0');
        return decimals == 0 ? text : $"{text[..^decimals]}.{text[^decimals..]}";
    }

    private static BigInteger Nearest(BigInteger mantissa, int decimals)
    {
        if (decimals <= 8)
        {
            return mantissa * BigInteger.Pow(10, 8 - decimals);
        }

        var unit = BigInteger.Pow(10, decimals - 8);
        var whole = BigInteger.DivRem(mantissa, unit, out var rest);
        return rest * 2 > unit || (rest * 2 == unit && !whole.IsEven) ? whole + 1 : whole;
    }
}
