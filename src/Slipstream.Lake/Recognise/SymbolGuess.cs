using Slipstream.Domain;

namespace Slipstream.Lake.Recognise;

/// <summary>Guesses which instrument a name means.</summary>
internal static class SymbolGuess
{
    private static readonly string[] Fiats = ["USD", "EUR", "GBP", "JPY", "CHF", "AUD", "CAD", "NZD", "SEK", "NOK", "DKK", "PLN", "HUF", "CZK", "TRY", "ZAR", "MXN", "CNH", "CNY", "HKD", "SGD", "XAU", "XAG"];

    // Longest first, so that FDUSD is not read as FD/USD.
    private static readonly string[] Quotes = ["FDUSD", "USDT", "USDC", "BUSD", "TUSD", "USD", "EUR", "GBP", "JPY", "CHF", "AUD", "CAD", "TRY", "BRL", "KRW", "BTC", "XBT", "ETH", "BNB"];

    private static readonly string[] Coins =
    [
        "BTC", "XBT", "ETH", "XRP", "LTC", "BCH", "ADA", "SOL", "DOT", "DOGE", "BNB", "TRX", "XMR", "ETC", "LINK", "XLM", "USDC", "USDT", "DAI", "EOS", "DASH", "ALGO", "ATOM",
        "AVAX", "MATIC", "SHIB", "UNI", "AAVE", "MKR", "COMP", "ZRX", "XTZ", "KNC", "NMR", "OXT", "BAND", "CELO", "FIL", "NEAR", "APT", "ARB", "OP", "SUI", "TON", "PEPE", "WIF", "ICP", "ZEC", "NEO", "IOTA", "VET", "HBAR",
    ];

    private static readonly string[] PerpetualWords = ["PERP", "PERPETUAL", "SWAP", "USDM", "COINM", "UMFUTURES", "FUTURES"];

    /// <summary>Reads a symbol that a person or a column gave: <c>BTC/USD</c>, <c>BTC-USD</c>, <c>BTCUSDT</c>, <c>SPY</c>.</summary>
    public static SymbolParts Of(string symbol, AssetClass? kind, string path)
    {
        var name = symbol.Trim().ToUpperInvariant();
        var perpetual = name.Contains("PERP", StringComparison.Ordinal) || name.Contains("SWAP", StringComparison.Ordinal);
        var hint = kind ?? (perpetual ? AssetClass.CryptoPerpetual : KindOf(path));
        var pairName = perpetual ? name.Replace("_PERP.A", "", StringComparison.Ordinal).Replace("-PERP", "", StringComparison.Ordinal).Replace("_PERP", "", StringComparison.Ordinal).Replace("-SWAP", "", StringComparison.Ordinal) : name;
        if (hint is not (AssetClass.Equity or AssetClass.Future) || name.Contains('/'))
        {
            var cut = pairName.Split('/', '-', '_', ':');
            if (cut.Length >= 2 && IsCode(cut[0]) && IsCode(cut[1]) && (name.Contains('/') || Quotes.Contains(cut[1])))
            {
                return SymbolParts.Pair(cut[0], cut[1], PairKind(cut[0], cut[1], hint));
            }

            if (TryGlued(pairName, true, out var left, out var right))
            {
                return SymbolParts.Pair(left, right, PairKind(left, right, hint));
            }

            if (perpetual && IsCode(pairName))
            {
                return SymbolParts.Pair(pairName, "USD", AssetClass.CryptoPerpetual);
            }

            if (hint is AssetClass.Crypto or AssetClass.CryptoPerpetual or AssetClass.Fx && kind is not null && IsCode(pairName))
            {
                return SymbolParts.Pair(pairName, "USD", hint.Value);
            }
        }

        return hint == AssetClass.Future ? SymbolParts.Future(name) : SymbolParts.Share(name);
    }

    /// <summary>Guesses from a file's name, with its folders as a hint.</summary>
    public static SymbolParts OfFile(string stem, AssetClass? kind, string path)
    {
        var tokens = stem.Split('-', '_', ' ', '.').Where(t => t.Length > 0).ToArray();
        var perpetual = tokens.Any(t => PerpetualWords.Contains(t.ToUpperInvariant())) || stem.Contains("_USDT_USDT", StringComparison.OrdinalIgnoreCase);
        var hint = kind ?? (perpetual ? AssetClass.CryptoPerpetual : KindOf(path));
        if (hint is not (AssetClass.Equity or AssetClass.Future))
        {
            for (var i = 0; i < tokens.Length; i++)
            {
                var token = tokens[i].ToUpperInvariant();
                var next = i + 1 < tokens.Length ? tokens[i + 1].ToUpperInvariant() : "";
                var isBase = Coins.Contains(token) || Fiats.Contains(token);
                if (Quotes.Contains(next) && token != next && (isBase || (tokens[i] == token && IsCode(token) && token.Length <= 6)))
                {
                    return SymbolParts.Pair(token, next, PairKind(token, next, hint));
                }

                if (isBase && next is "PERP" or "PERPETUAL")
                {
                    return SymbolParts.Pair(token, "USD", AssetClass.CryptoPerpetual);
                }

                if (TryGlued(token, tokens[i] == token, out var left, out var right))
                {
                    return SymbolParts.Pair(left, right, PairKind(left, right, hint));
                }
            }
        }

        var first = tokens.Length > 0 ? tokens[0] : stem;
        var isTicker = first.Length is >= 1 and <= 6 && first.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c)) && first.Any(char.IsAsciiLetter);
        var symbol = isTicker || hint is AssetClass.Equity or AssetClass.Future ? first.ToUpperInvariant() : stem.ToUpperInvariant();
        return hint switch
        {
            AssetClass.Future => SymbolParts.Future(symbol),
            AssetClass.Crypto or AssetClass.CryptoPerpetual when kind is not null && IsCode(symbol) => SymbolParts.Pair(symbol, "USD", hint.Value),
            null or AssetClass.Crypto when Coins.Contains(symbol) => SymbolParts.Pair(symbol, "USD", AssetClass.Crypto),
            _ => SymbolParts.Share(symbol),
        };
    }

    /// <summary>Returns the kind of asset that a path's folders tell.</summary>
    public static AssetClass? KindOf(string path)
    {
        foreach (var folder in path.Replace('\\', '/').Split('/').Reverse().Skip(1))
        {
            AssetClass? kind = folder.ToUpperInvariant() switch
            {
                "EQUITY" or "EQUITIES" or "STOCK" or "STOCKS" => AssetClass.Equity,
                "FX" or "FOREX" => AssetClass.Fx,
                "FUTURE" or "FUTURES" => AssetClass.Future,
                "CRYPTOFUTURE" or "PERP" or "PERPETUAL" or "SWAP" or "USDM" => AssetClass.CryptoPerpetual,
                "CRYPTO" => AssetClass.Crypto,
                _ => null,
            };
            if (kind is not null)
            {
                return kind;
            }
        }

        return null;
    }

    private static AssetClass PairKind(string left, string right, AssetClass? hint) =>
        hint == AssetClass.CryptoPerpetual ? AssetClass.CryptoPerpetual
        : Fiats.Contains(left) && Fiats.Contains(right) ? AssetClass.Fx
        : hint == AssetClass.Fx && !Coins.Contains(left) ? AssetClass.Fx
        : AssetClass.Crypto;

    private static bool IsCode(string text) => text.Length is >= 1 and <= 12 && text.All(char.IsAsciiLetterOrDigit);

    private static bool TryGlued(string token, bool upperCase, out string left, out string right)
    {
        foreach (var quote in Quotes.Concat(Fiats))
        {
            if (!token.EndsWith(quote, StringComparison.Ordinal) || token.Length < quote.Length + 2)
            {
                continue;
            }

            left = token[..^quote.Length];
            right = quote;
            var known = Coins.Contains(left) || Fiats.Contains(left);
            if (known || (upperCase && left.Length <= 10 && IsCode(left) && quote.Length >= 4) || (upperCase && quote == "USD" && left.Length is >= 3 and <= 5 && IsCode(left)))
            {
                return true;
            }
        }

        (left, right) = ("", "");
        return false;
    }
}
