namespace Slipstream.Domain;

/// <summary>An amount of one currency on the 1e-8 grid, in 128 bits, signed. Amounts of two currencies never mix.</summary>
public readonly record struct Money
{
    private Money(Int128 raw, Currency currency)
    {
        Raw = raw;
        Currency = currency;
    }

    /// <summary>Count of 1e-8 of the currency.</summary>
    public Int128 Raw { get; }

    /// <summary>What it is an amount of.</summary>
    public Currency Currency { get; }

    /// <summary>Is it nothing?</summary>
    public bool IsZero => Raw == 0;

    /// <summary>Returns nothing of a currency.</summary>
    public static Money Zero(Currency currency) => new(0, currency);

    /// <summary>Returns the amount of that many 1e-8 units.</summary>
    public static Money FromRaw(Int128 raw, Currency currency) => new(raw, currency);

    /// <summary>Returns the nearest amount on the grid, half to even; up to 1e20 either way.</summary>
    /// <exception cref="OverflowException">The value is not finite or beyond that.</exception>
    public static Money FromDouble(double value, Currency currency) => new(Grid.FromDoubleWide(value), currency);

    /// <summary>Reads a decimal such as <c>100000.00</c>; up to 1e20 either way.</summary>
    /// <exception cref="FormatException">The text is no decimal number or beyond that.</exception>
    public static Money Parse(string text, Currency currency) => new(Grid.ParseWide(text), currency);

    /// <summary>Returns the amount as a double, for measurement.</summary>
    public double ToDouble() => Grid.ToDouble(Raw);

    /// <summary>Returns the sum.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static Money operator +(Money a, Money b) => new(checked(a.Raw + Same(a, b).Raw), a.Currency);

    /// <summary>Returns the difference.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static Money operator -(Money a, Money b) => new(checked(a.Raw - Same(a, b).Raw), a.Currency);

    /// <summary>Returns the opposite amount.</summary>
    public static Money operator -(Money m) => new(checked(-m.Raw), m.Currency);

    /// <summary>Returns the fraction of the amount, rounded half to even.</summary>
    public static Money operator *(Money m, Rate rate) => new(Grid.Multiply(m.Raw, rate.Raw), m.Currency);

    /// <inheritdoc/>
    public override string ToString() => $"{Grid.Format(Raw)} {Currency}";

    private static Money Same(Money a, Money b) => a.Currency == b.Currency
        ? b
        : throw new InvalidOperationException($"{a.Currency} and {b.Currency} can't be added: convert one first.");
}
