namespace Slipstream.Domain;

/// <summary>Quote currency per base unit, on the 1e-8 grid. Signed: a basis or a spread can be negative.</summary>
public readonly record struct Price : IComparable<Price>
{
    private Price(long raw) => Raw = raw;

    /// <summary>Count of 1e-8; the only form that is stored.</summary>
    public long Raw { get; }

    /// <summary>Returns the price of that many 1e-8 units.</summary>
    public static Price FromRaw(long raw) => new(raw);

    /// <summary>Returns the nearest price on the grid, half to even.</summary>
    public static Price FromDouble(double value) => new(Grid.FromDouble(value));

    /// <summary>Reads a decimal such as <c>100.25</c>.</summary>
    /// <exception cref="FormatException">No decimal number, or out of range.</exception>
    public static Price Parse(string text) => new(Grid.Parse(text));

    /// <summary>Returns the price as a double, for measurement.</summary>
    public double ToDouble() => Grid.ToDouble(Raw);

    /// <summary>Returns the distance from <paramref name="b"/> to <paramref name="a"/>.</summary>
    public static PriceMove operator -(Price a, Price b) => PriceMove.FromRaw(checked(a.Raw - b.Raw));

    /// <summary>Returns the price moved up.</summary>
    public static Price operator +(Price p, PriceMove m) => new(checked(p.Raw + m.Raw));

    /// <summary>Returns the price moved down.</summary>
    public static Price operator -(Price p, PriceMove m) => new(checked(p.Raw - m.Raw));

    /// <summary>Compares two prices.</summary>
    public static bool operator <(Price a, Price b) => a.Raw < b.Raw;

    /// <summary>Compares two prices.</summary>
    public static bool operator >(Price a, Price b) => a.Raw > b.Raw;

    /// <summary>Compares two prices.</summary>
    public static bool operator <=(Price a, Price b) => a.Raw <= b.Raw;

    /// <summary>Compares two prices.</summary>
    public static bool operator >=(Price a, Price b) => a.Raw >= b.Raw;

    /// <summary>Returns the lower of the two.</summary>
    public static Price Min(Price a, Price b) => a.Raw <= b.Raw ? a : b;

    /// <summary>Returns the higher of the two.</summary>
    public static Price Max(Price a, Price b) => a.Raw >= b.Raw ? a : b;

    /// <inheritdoc/>
    public int CompareTo(Price other) => Raw.CompareTo(other.Raw);

    /// <inheritdoc/>
    public override string ToString() => Grid.Format(Raw);
}
