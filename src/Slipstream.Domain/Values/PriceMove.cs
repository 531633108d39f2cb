namespace Slipstream.Domain;

/// <summary>A distance between two prices, signed, on the 1e-8 grid.</summary>
public readonly record struct PriceMove
{
    private PriceMove(long raw) => Raw = raw;

    /// <summary>Count of 1e-8.</summary>
    public long Raw { get; }

    /// <summary>Returns the move of that many 1e-8 units.</summary>
    public static PriceMove FromRaw(long raw) => new(raw);

    /// <summary>Returns the nearest move on the grid, half to even.</summary>
    public static PriceMove FromDouble(double value) => new(Grid.FromDouble(value));

    /// <summary>Reads a decimal such as <c>0.25</c>.</summary>
    public static PriceMove Parse(string text) => new(Grid.Parse(text));

    /// <summary>Returns the move as a double, for measurement.</summary>
    public double ToDouble() => Grid.ToDouble(Raw);

    /// <summary>Returns the opposite move.</summary>
    public static PriceMove operator -(PriceMove m) => new(checked(-m.Raw));

    /// <inheritdoc/>
    public override string ToString() => Grid.Format(Raw);
}
