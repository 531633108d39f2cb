namespace Slipstream.Lake;

/// <summary>How strict the data door is.</summary>
public sealed record DoorOptions
{
    /// <summary>The defaults.</summary>
    public static DoorOptions Default { get; } = new();

    /// <summary>Largest fraction of a file's rows that may be quarantined; beyond it, and beyond <see cref="AlwaysTolerated"/> rows, the file is refused.</summary>
    public double MaxQuarantinedFraction { get; init; } = 0.01;

    /// <summary>So many bad rows never refuse a file that has good rows as well.</summary>
    public int AlwaysTolerated { get; init; } = 10;

    /// <summary>How many quarantined rows are kept with their text.</summary>
    public int MaxExamples { get; init; } = 20;

    /// <summary>How raw share prices are corrected by a factor file; a source that has none, and is not said to be adjusted, is then refused.</summary>
    public Adjustment Adjust { get; init; }

    /// <summary>Accept raw share prices although a factor file names a split within their range.</summary>
    public bool AllowUnadjusted { get; init; }
}
