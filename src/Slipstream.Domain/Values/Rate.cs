namespace Slipstream.Domain;

/// <summary>A fraction on the 1e-8 grid, such as a fee or a funding rate: 0.001 is ten basis points.</summary>
public readonly record struct Rate
{
    private Rate(long raw) => Raw = raw;

    /// <summary>Count of 1e-8.</summary>
    public long Raw { get; }

    /// <summary>Nothing.</summary>
    public static Rate Zero => default;

    /// <summary>Returns the rate of that many 1e-8 units.</summary>
    public static Rate FromRaw(long raw) => new(raw);

    /// <summary>Returns the nearest rate on the grid, half to even.</summary>
    public static Rate FromDouble(double fraction) => new(Grid.FromDouble(fraction));

    /// <summary>Returns a rate given in basis points: 10 is 0.001.</summary>
    public static Rate FromBps(double bps) => FromDouble(bps / 10_000);

    /// <summary>Reads a decimal such as <c>0.001</c>.</summary>
    public static Rate Parse(string text) => new(Grid.Parse(text));

    /// <summary>Returns the rate as a double, for measurement.</summary>
    public double ToDouble() => Grid.ToDouble(Raw);

    /// <inheritdoc/>
    public override string ToString() => Grid.Format(Raw);
}
