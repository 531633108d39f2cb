using FsCheck;
using FsCheck.Fluent;

namespace Slipstream.Engine.Tests.Properties;

/// <summary>Numbers from the whole range of an int, each the seed of something; a list of them shrinks to the fewest that fail.</summary>
internal static class Codes
{
    private static readonly Gen<int> Any = Gen.Choose(int.MinValue, int.MaxValue);

    public static Arbitrary<int> One { get; } = Any.ToArbitrary();

    public static Arbitrary<int[]> Many { get; } = Arb.From(Any.ArrayOf(), codes => codes.Select((_, i) => codes.Where((_, j) => j != i).ToArray()));
}
