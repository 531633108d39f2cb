namespace Slipstream.Domain;

/// <summary>Signed holding in base units on the 1e-8 grid: long is positive, short negative.</summary>
public readonly record struct Position
{
    private Position(long raw) => Raw = raw;

    /// <summary>Count of 1e-8 base units.</summary>
    public long Raw { get; }

    /// <summary>No holding.</summary>
    public static Position Flat => default;

    /// <summary>Is nothing held?</summary>
    public bool IsFlat => Raw == 0;

    /// <summary>Is it positive?</summary>
    public bool IsLong => Raw > 0;

    /// <summary>Is it negative?</summary>
    public bool IsShort => Raw < 0;

    /// <summary>Returns the size without the sign.</summary>
    public Quantity Size => Quantity.FromRaw(checked(Math.Abs(Raw)));

    /// <summary>Returns the side of the trade that would close it.</summary>
    public Side ClosingSide => Raw > 0 ? Side.Sell : Side.Buy;

    /// <summary>Returns the position of that many 1e-8 units.</summary>
    public static Position FromRaw(long raw) => new(raw);

    /// <summary>Returns the nearest position on the grid, half to even.</summary>
    public static Position FromDouble(double value) => new(Grid.FromDouble(value));

    /// <summary>Reads a decimal such as <c>-0.5</c>.</summary>
    public static Position Parse(string text) => new(Grid.Parse(text));

    /// <summary>Returns what a trade makes of it.</summary>
    public Position After(Side side, Quantity quantity) =>
        new(checked(side == Side.Buy ? Raw + quantity.Raw : Raw - quantity.Raw));

    /// <summary>Returns the position as a double, for measurement.</summary>
    public double ToDouble() => Grid.ToDouble(Raw);

    /// <inheritdoc/>
    public override string ToString() => Grid.Format(Raw);
}
