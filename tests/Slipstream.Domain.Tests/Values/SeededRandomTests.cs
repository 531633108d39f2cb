namespace Slipstream.Domain.Tests.Values;

public sealed class SeededRandomTests
{
    /// <summary>From SplitMix64's published C code, computed in Python with unlimited integers; 1234567 is Vigna's own test vector.</summary>
    public static TheoryData<ulong, ulong[]> Golden { get; } = new()
    {
        { 0, [0xE220A8397B1DCDAF, 0x6E789E6AA1B965F4, 0x06C45D188009454F, 0xF88BB8A8724C81EC, 0x1B39896A51A8749B] },
        { 1, [0x910A2DEC89025CC1, 0xBEEB8DA1658EEC67, 0xF893A2EEFB32555E, 0x71C18690EE42C90B, 0x71BB54D8D101B5B9] },
        { 1234567, [0x599ED017FB08FC85, 0x2C73F08458540FA5, 0x883EBCE5A3F27C77, 0x3FBEF740E9177B3F, 0xE3B8346708CB5ECD] },
        { ulong.MaxValue, [0xE4D971771B652C20, 0xE99FF867DBF682C9, 0x382FF84CB27281E9, 0x6D1DB36CCBA982D2, 0xB4A0472E578069AE] },
    };

    [Theory]
    [MemberData(nameof(Golden))]
    public void The_bits_are_those_of_SplitMix64(ulong seed, ulong[] expected)
    {
        var random = new SeededRandom(seed);
        Assert.Equal(expected, expected.Select(_ => random.NextBits()));
    }

    [Fact]
    public void A_source_made_from_the_state_of_another_goes_on_with_its_numbers()
    {
        var random = new SeededRandom(42);
        Assert.Equal(42UL, random.State);
        random.NextNormal();
        var next = new SeededRandom(random.State);
        Assert.Equal(Enumerable.Range(0, 5).Select(_ => random.NextBits()).ToArray(), Enumerable.Range(0, 5).Select(_ => next.NextBits()));
    }

    [Fact]
    public void Uniform_and_bounded_numbers_follow_from_the_bits()
    {
        var uniform = new SeededRandom(1234567);
        Assert.Equal([0.3500795420214081, 0.17364409667091263, 0.5322073040624192], Enumerable.Range(0, 3).Select(_ => uniform.NextUniform()));
        var below = new SeededRandom(1234567);
        Assert.Equal([350, 173, 532, 249, 889], Enumerable.Range(0, 5).Select(_ => below.NextBelow(1000)));
    }

    [Fact]
    public void Bounded_numbers_stay_within_their_bound_and_reach_all_of_it()
    {
        var random = new SeededRandom(7);
        var seen = new int[6];
        for (var i = 0; i < 60_000; i++)
        {
            seen[random.NextBelow(6)]++;
        }

        // Six standard deviations of a binomial count: sqrt(60000 * 1/6 * 5/6) is 91.
        Assert.All(seen, count => Assert.InRange(count, 10_000 - 548, 10_000 + 548));
        Any.Holds(Any.NonNegative, raw => raw == 0 || random.NextBelow(raw) is var drawn && drawn >= 0 && drawn < raw);
        Assert.Equal(0, random.NextBelow(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => random.NextBelow(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => random.NextBelow(-1));
    }

    [Fact]
    public void Uniform_numbers_have_the_uniform_moments()
    {
        var random = new SeededRandom(42);
        var draws = Enumerable.Range(0, 1_000_000).Select(_ => random.NextUniform()).ToArray();
        Assert.All(draws, u => Assert.True(u is >= 0 and < 1));
        Assert.Equal(0.5, draws.Average(), 0.002);
        Assert.Equal(1 / 12.0, draws.Average(u => (u - 0.5) * (u - 0.5)), 0.0005);
    }

    [Fact]
    public void Normal_numbers_have_the_normal_moments()
    {
        var random = new SeededRandom(42);
        var draws = Enumerable.Range(0, 1_000_000).Select(_ => random.NextNormal()).ToArray();
        // Standard errors at a million draws: 0.001, 0.0014, 0.0039, 0.0098; six of each.
        Assert.Equal(0, draws.Average(), 0.006);
        Assert.Equal(1, draws.Average(z => z * z), 0.0085);
        Assert.Equal(0, draws.Average(z => z * z * z), 0.024);
        Assert.Equal(3, draws.Average(z => z * z * z * z), 0.06);
    }

    [Fact]
    public void Equal_seeds_give_equal_numbers_and_others_differ()
    {
        var (a, b, c) = (new SeededRandom(9), new SeededRandom(9), new SeededRandom(10));
        var (x, y, z) = (a.NextNormal(), b.NextNormal(), c.NextNormal());
        Assert.Equal(x, y);
        Assert.NotEqual(x, z);
    }
}
