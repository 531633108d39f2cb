using Slipstream.Domain;

namespace Slipstream.Lake.Recognise;

/// <summary>Instruments as one would trade them, where a price file says no more than a name.</summary>
internal static class InstrumentDefaults
{
    private static readonly Dictionary<string, string> Multipliers = new(StringComparer.Ordinal)
    {
        ["ES"] = "50",
        ["NQ"] = "20",
        ["YM"] = "5",
        ["RTY"] = "50",
        ["CL"] = "1000",
        ["GC"] = "100",
        ["6E"] = "125000",
        ["ZN"] = "1000",
        ["ZB"] = "1000",
    };

    /// <summary>Returns an instrument.</summary>
    /// <param name="parts">Name and kind.</param>
    /// <param name="tickRaw">Tick on the 1e-8 grid.</param>
    /// <param name="venueSymbol">The data's own name of it.</param>
    public static Instrument Of(SymbolParts parts, long tickRaw, string venueSymbol) => new()
    {
        Symbol = parts.Symbol,
        AssetClass = parts.AssetClass,
        Base = Currency.Of(parts.Base),
        Quote = Currency.Of(parts.Quote),
        VenueSymbol = venueSymbol,
        TickSize = PriceMove.FromRaw(Math.Max(1, tickRaw)),
        LotSize = parts.AssetClass is AssetClass.Crypto or AssetClass.CryptoPerpetual ? Quantity.FromRaw(1) : Quantity.FromUnits(1),
        ContractMultiplier = parts.AssetClass == AssetClass.Future ? Multiplier(parts.Symbol) : Price.FromRaw(Grid.UnitsPerOne),
        Region = parts.AssetClass == AssetClass.Equity && parts.Quote == "USD" ? "US" : "",
        Fees = parts.AssetClass switch
        {
            AssetClass.Crypto => FeeSchedule.OfBps(10, 10),
            AssetClass.CryptoPerpetual => FeeSchedule.OfBps(2, 5),
            AssetClass.Equity => FeeSchedule.Free with { PerUnit = Price.Parse("0.005") },
            AssetClass.Future => FeeSchedule.Free with { PerUnit = Price.Parse("2.25") },
            _ => FeeSchedule.Free,
        },
        Margin = parts.AssetClass switch
        {
            AssetClass.CryptoPerpetual or AssetClass.Future => new(Rate.Parse("0.1"), Rate.Parse("0.05")),
            AssetClass.Fx => new(Rate.Parse("0.05"), Rate.Parse("0.025")),
            _ => null,
        },
        Session = parts.AssetClass switch
        {
            AssetClass.Equity => SessionHours.UsEquity,
            AssetClass.Fx or AssetClass.Future => SessionHours.Fx,
            _ => SessionHours.AlwaysOpen,
        },
    };

    /// <summary>Returns the tick that the decimals of sampled prices suggest; for futures and scaled prices their greatest common divisor.</summary>
    public static long Tick(IEnumerable<string> cells, AssetClass kind, long priceScale)
    {
        var decimals = 0;
        var divisor = 0L;
        foreach (var cell in cells)
        {
            var point = cell.IndexOf('.');
            var isPlain = !cell.Contains('e', StringComparison.OrdinalIgnoreCase);
            decimals = Math.Max(decimals, !isPlain ? Grid.Decimals : point < 0 ? 0 : cell.TrimEnd('0').Length - point - 1);
            if (Grid.TryParse(cell, out var raw) && raw != 0)
            {
                divisor = Gcd(divisor, Math.Abs(raw));
            }
        }

        // Longer than the grid is floating-point noise of a vendor, and says nothing.
        var tick = divisor > 0 && (kind == AssetClass.Future || priceScale != Grid.UnitsPerOne) ? divisor
            : decimals > Grid.Decimals ? kind == AssetClass.Equity ? 1_000_000 : 1
            : Pow10(Grid.Decimals - decimals);
        tick = (long)Grid.Multiply(tick, priceScale);
        return kind == AssetClass.Equity ? Math.Min(tick, 1_000_000) : tick;
    }

    private static Price Multiplier(string symbol)
    {
        var root = Multipliers.Keys.FirstOrDefault(k => symbol.StartsWith(k, StringComparison.Ordinal));
        return Price.Parse(root is null ? "1" : Multipliers[root]);
    }

    private static long Gcd(long a, long b) => b == 0 ? a : Gcd(b, a % b);

    private static long Pow10(int n) => n == 0 ? 1 : 10 * Pow10(n - 1);
}
