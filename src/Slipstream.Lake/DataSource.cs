using Slipstream.Domain;

namespace Slipstream.Lake;

/// <summary>A price file or folder, and what its owner says about it; whatever is not said is recognised from the data.</summary>
/// <param name="Path">A file, a folder, or a member of a zip as <c>file.zip!member.csv</c>.</param>
public sealed record DataSource(string Path)
{
    /// <summary>The instrument, such as <c>BTC/USD</c> or <c>SPY</c>; selects it where the file holds several, names it otherwise.</summary>
    public string? Symbol { get; init; }

    /// <summary>IANA zone (<c>America/New_York</c>) or fixed offset (<c>UTC-5</c>) of times that carry no offset; UTC if null.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Does a bar's time mark its start or its end? If null: what the column's name says, else start.</summary>
    public BarTimes? BarTimes { get; init; }

    /// <summary>Unit of numeric times; told by magnitude if null.</summary>
    public TimeUnit? TimeUnit { get; init; }

    /// <summary>Length of a bar; the smallest common gap of the first rows if null.</summary>
    public uint? StepSeconds { get; init; }

    /// <summary>Which member of a zip to read; all of a kind if null.</summary>
    public string? Member { get; init; }

    /// <summary>Which series of a folder that holds several: <c>trade</c> or <c>quote</c>.</summary>
    public string? Series { get; init; }

    /// <summary>Are the prices adjusted already? Then no split is looked for.</summary>
    public bool Adjusted { get; init; }

    /// <summary>Factor that turns the file's prices into the quote currency; 0.01 for pence. Volumes are left alone.</summary>
    public decimal? PriceScale { get; init; }

    /// <summary>Kind of asset; guessed from path and symbol if null.</summary>
    public AssetClass? AssetClass { get; init; }
}
