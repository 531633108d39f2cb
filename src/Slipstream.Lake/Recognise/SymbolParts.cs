using Slipstream.Domain;

namespace Slipstream.Lake.Recognise;

/// <summary>An instrument's name and kind.</summary>
internal sealed record SymbolParts(string Symbol, string Base, string Quote, AssetClass AssetClass)
{
    public static SymbolParts Pair(string left, string right, AssetClass kind) =>
        new(kind == AssetClass.CryptoPerpetual ? $"{left}/{right}-PERP" : $"{left}/{right}", left, right, kind);

    public static SymbolParts Share(string ticker) => new(ticker, Code(ticker), "USD", AssetClass.Equity);

    public static SymbolParts Future(string contract) => new(contract, Code(contract), "USD", AssetClass.Future);

    private static string Code(string symbol)
    {
        var letters = string.Concat(symbol.Where(char.IsAsciiLetterOrDigit));
        return letters.Length == 0 ? "X" : letters[..Math.Min(16, letters.Length)];
    }
}
