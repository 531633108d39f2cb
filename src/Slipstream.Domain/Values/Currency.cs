namespace Slipstream.Domain;

/// <summary>A currency or coin by its code, such as USD, EUR, BTC or USDT; upper case.</summary>
public readonly record struct Currency
{
    private readonly string? _code;

    private Currency(string code) => _code = code;

    /// <summary>The code, such as <c>USD</c>.</summary>
    public string Code => _code ?? throw new InvalidOperationException("A currency was used that was never set.");

    /// <summary>United States dollar.</summary>
    public static Currency Usd { get; } = new("USD");

    /// <summary>Returns the currency of that code, in upper case.</summary>
    /// <exception cref="ArgumentException">Not 1 to 16 letters or digits.</exception>
    public static Currency Of(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        if (code.Length is 0 or > 16 || !code.All(char.IsAsciiLetterOrDigit))
        {
            throw new ArgumentException($"'{code}' is not a currency code: 1 to 16 letters or digits.", nameof(code));
        }

        return new(code.ToUpperInvariant());
    }

    /// <inheritdoc/>
    public override string ToString() => Code;
}
