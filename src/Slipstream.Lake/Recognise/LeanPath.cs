using System.Globalization;
using Slipstream.Domain;

namespace Slipstream.Lake.Recognise;

/// <summary>What a path in LEAN's folder layout says: <c>…/equity/usa/minute/spy/20131011_trade.zip</c>.</summary>
/// <param name="Root">Folder above the asset class.</param>
/// <param name="Type">Asset class as LEAN names it.</param>
/// <param name="Market">Market.</param>
/// <param name="Resolution">Resolution, or <c>margin_interest</c>.</param>
/// <param name="Symbol">Symbol in lower case; null where the path ends before it.</param>
/// <param name="Path">The file or folder.</param>
internal sealed record LeanPath(string Root, string Type, string Market, string Resolution, string? Symbol, string Path)
{
    private static readonly string[] Types = ["equity", "forex", "cfd", "crypto", "cryptofuture", "future"];
    private static readonly string[] Resolutions = ["daily", "hour", "minute", "second", "tick", "margin_interest"];

    /// <summary>Does a file hold a whole series, rather than a day?</summary>
    public bool IsWhole => Resolution is "daily" or "hour" or "margin_interest";

    /// <summary>Seconds of a bar.</summary>
    public uint StepSeconds => Resolution switch
    {
        "daily" => 86_400,
        "hour" => 3600,
        "minute" => 60,
        "second" => 1,
        _ => 0,
    };

    /// <summary>Kind of asset.</summary>
    public AssetClass AssetClass => Type switch
    {
        "equity" => AssetClass.Equity,
        "crypto" => AssetClass.Crypto,
        "cryptofuture" => AssetClass.CryptoPerpetual,
        "future" => AssetClass.Future,
        _ => AssetClass.Fx,
    };

    /// <summary>Zone of the market's times.</summary>
    public string Zone => (Type, Market) switch
    {
        ("equity", "usa") => "America/New_York",
        ("equity", "india") => "Asia/Kolkata",
        ("forex" or "cfd", "fxcm") => "UTC-5",
        _ => "UTC",
    };

    /// <summary>The factor file beside a share.</summary>
    public string FactorFile => System.IO.Path.Combine(Root, Type, Market, "factor_files", $"{Symbol}.csv");

    /// <summary>Reads a path; null where it is not of this layout.</summary>
    public static LeanPath? Of(string path)
    {
        var parts = path.Split('/', '\\');
        for (var i = parts.Length - 3; i >= 0; i--)
        {
            if (!Types.Contains(parts[i]) || !Resolutions.Contains(parts[i + 2]))
            {
                continue;
            }

            var symbol = parts.Length > i + 3 && parts[i + 3].Length > 0 ? parts[i + 3].Split('.')[0] : null;
            var lean = new LeanPath(string.Join('/', parts[..i]), parts[i], parts[i + 1], parts[i + 2], symbol, path);
            return lean.IsWhole && symbol is not null ? lean with { Symbol = symbol.Split('_')[0] } : lean;
        }

        return null;
    }

    /// <summary>Returns <c>trade</c>, <c>quote</c> or <c>openinterest</c> of a file's name.</summary>
    public string SeriesOf(string file)
    {
        var tokens = System.IO.Path.GetFileNameWithoutExtension(file).Split('_');
        return tokens.FirstOrDefault(t => t is "trade" or "quote" or "openinterest") ?? (AssetClass == AssetClass.Fx ? "quote" : "trade");
    }

    /// <summary>Returns the day of a file's name; null where it has none.</summary>
    public static DateOnly? DayOf(string file)
    {
        var name = System.IO.Path.GetFileName(file);
        return name.Length >= 8 && DateOnly.TryParseExact(name[..8], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }
}
