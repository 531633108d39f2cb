namespace Slipstream.Domain;

/// <summary>Base units (coins, shares, contracts) on the 1e-8 grid. Never negative: <see cref="Side"/> carries the sign.</summary>
public readonly record struct Quantity : IComparable<Quantity>
{
    private Quantity(long raw) => Raw = raw;

    /// <summary>Count of 1e-8 base units.</summary>
    public long Raw { get; }

    /// <summary>No units.</summary>
    public static Quantity Zero => default;

    /// <summary>Is nothing left?</summary>
    public bool IsZero => Raw == 0;

    /// <summary>Returns the quantity of that many 1e-8 units.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public static Quantity FromRaw(long raw)
    {
        if (raw < 0)
        {
            Grid.ThrowNegative(raw, "quantity");
        }

        return new(raw);
    }

    /// <summary>Returns that many whole units.</summary>
    public static Quantity FromUnits(long units) => FromRaw(checked(units * Grid.UnitsPerOne));

    /// <summary>Returns the nearest quantity on the grid, half to even.</summary>
    public static Quantity FromDouble(double value) => FromRaw(Grid.FromDouble(value));

    /// <summary>Reads a decimal such as <c>0.015</c>.</summary>
    public static Quantity Parse(string text) => FromRaw(Grid.Parse(text));

    /// <summary>Returns the quantity as a double, for measurement.</summary>
    public double ToDouble() => Grid.ToDouble(Raw);

    /// <summary>Returns the sum.</summary>
    public static Quantity operator +(Quantity a, Quantity b) => new(checked(a.Raw + b.Raw));

    /// <summary>Returns the difference.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="b"/> is the larger.</exception>
    public static Quantity operator -(Quantity a, Quantity b) => FromRaw(a.Raw - b.Raw);

    /// <summary>Compares two quantities.</summary>
    public static bool operator <(Quantity a, Quantity b) => a.Raw < b.Raw;

    /// <summary>Compares two quantities.</summary>
    public static bool operator >(Quantity a, Quantity b) => a.Raw > b.Raw;

    /// <summary>Compares two quantities.</summary>
    public static bool operator <=(Quantity a, Quantity b) => a.Raw <= b.Raw;

    /// <summary>Compares two quantities.</summary>
    public static bool operator >=(Quantity a, Quantity b) => a.Raw >= b.Raw;

    /// <summary>Returns the smaller of the two.</summary>
    public static Quantity Min(Quantity a, Quantity b) => a.Raw <= b.Raw ? a : b;

    /// <inheritdoc/>
    public int CompareTo(Quantity other) => Raw.CompareTo(other.Raw);

    /// <inheritdoc/>
    public override string ToString() => Grid.Format(Raw);
}
