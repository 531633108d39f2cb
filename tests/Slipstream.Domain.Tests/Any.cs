using System.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace Slipstream.Domain.Tests;

/// <summary>Generators that reach the edges, and the naive references that the fixed-point code is held against.</summary>
internal static class Any
{
    private static readonly long[] Edges =
    [
        0, 1, -1, 49_999_999, 50_000_000, 50_000_001, -50_000_000, 150_000_000, -150_000_000,
        Grid.UnitsPerOne, -Grid.UnitsPerOne, long.MaxValue, long.MinValue, long.MaxValue - 1, long.MinValue + 1,
    ];

    /// <summary>Any 64-bit number: edges, small ones, multiples of a half, and the whole range.</summary>
    public static Gen<long> Long { get; } = Gen.OneOf(
        Gen.Elements(Edges),
        Gen.Choose(-1_000_000, 1_000_000).Select(i => (long)i),
        Gen.Choose(-1_000_000, 1_000_000).Select(i => i * (Grid.UnitsPerOne / 2)),
        ArbMap.Default.GeneratorFor<DoNotSize<long>>().Select(d => d.Item),
        from bits in ArbMap.Default.GeneratorFor<DoNotSize<long>>()
        from shift in Gen.Choose(0, 63)
        select bits.Item >> shift);

    /// <summary>As <see cref="Long"/>, not negative.</summary>
    public static Gen<long> NonNegative { get; } = Long.Select(l => l & long.MaxValue);

    /// <summary>Prices and quantities that a market might show.</summary>
    public static Gen<long> Ordinary { get; } =
        from whole in Gen.Choose(0, 200_000)
        from fraction in Gen.OneOf(Gen.Constant(0), Gen.Choose(0, 99_999_999))
        select (whole * Grid.UnitsPerOne) + fraction;

    /// <summary>Checks a property of random values; throws with the counterexample.</summary>
    public static void Holds<T>(Gen<T> gen, Func<T, bool> property) =>
        Prop.ForAll(gen.ToArbitrary(), property).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    /// <summary>Checks a property of pairs.</summary>
    public static void Holds<TA, TB>(Gen<TA> a, Gen<TB> b, Func<TA, TB, bool> property) =>
        Holds(from x in a from y in b select (x, y), pair => property(pair.x, pair.y));

    /// <summary>The quotient rounded half to even, by floor division in unlimited integers.</summary>
    public static BigInteger HalfEven(BigInteger numerator, BigInteger denominator)
    {
        var remainder = ((numerator % denominator) + denominator) % denominator;
        var floor = (numerator - remainder) / denominator;
        var side = (2 * remainder).CompareTo(denominator);
        return side > 0 || (side == 0 && !floor.IsEven) ? floor + 1 : floor;
    }

    /// <summary>Does the call do what unlimited integers do, or throw where the result does not fit?</summary>
    public static bool IsChecked(BigInteger expected, Func<long> actual)
    {
        if (expected < long.MinValue || expected > long.MaxValue)
        {
            return Throws<OverflowException>(() => actual());
        }

        return actual() == (long)expected;
    }

    /// <summary>Does the call throw just that?</summary>
    public static bool Throws<T>(Action call)
        where T : Exception
    {
        try
        {
            call();
            return false;
        }
        catch (T)
        {
            return true;
        }
    }
}
