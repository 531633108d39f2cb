namespace Slipstream.Lake;

/// <summary>How raw share prices are corrected by the factor file that lies beside them.</summary>
public enum Adjustment
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>For splits: prices before a split are scaled to today's shares.</summary>
    Splits,

    /// <summary>For splits and dividends: returns are total returns.</summary>
    Total,
}
