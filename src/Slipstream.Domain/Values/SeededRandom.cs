namespace Slipstream.Domain;

/// <summary>A random source whose numbers follow from its seed alone, on every machine and in every build.</summary>
/// <remarks>SplitMix64: Steele, Lea, Flood (2014), "Fast splittable pseudorandom number generators", OOPSLA.</remarks>
public sealed class SeededRandom(ulong seed)
{
    private ulong _state = seed;

    /// <summary>Where it stands: a source with this as its seed would go on with the same numbers.</summary>
    public ulong State => _state;

    /// <summary>Returns 64 random bits.</summary>
    public ulong NextBits()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>Returns a number from 0 (in) to 1 (out).</summary>
    public double NextUniform() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Returns a number from 0 (in) to <paramref name="bound"/> (out).</summary>
    public long NextBelow(long bound)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bound);
        return (long)(((UInt128)NextBits() * (ulong)bound) >> 64);
    }

    /// <summary>Returns a draw from the standard normal distribution (Box and Muller, 1958; one of the pair).</summary>
    public double NextNormal()
    {
        var u = 1.0 - NextUniform();
        return Math.Sqrt(-2.0 * Math.Log(u)) * Math.Cos(2.0 * Math.PI * NextUniform());
    }
}
