using Slipstream.Domain;
using Slipstream.Lake.Text;

namespace Slipstream.Lake.Reading;

/// <summary>How to read one file.</summary>
internal sealed record Layout
{
    /// <summary>What its rows tell.</summary>
    public required RowKind Kind { get; init; }

    /// <summary>Between columns.</summary>
    public byte Delimiter { get; init; } = (byte)',';

    /// <summary>Lines before the data.</summary>
    public int SkipLines { get; init; }

    /// <summary>Columns up to the last one that is used.</summary>
    public Column[] Columns { get; init; } = [];

    /// <summary>How times are written.</summary>
    public required TimeFormat Time { get; init; }

    /// <summary>Start or end of a bar.</summary>
    public BarTimes BarTimes { get; init; }

    /// <summary>Length of a bar; 0 where it is not known.</summary>
    public uint StepSeconds { get; init; }

    /// <summary>Factor of prices on the 1e-8 grid.</summary>
    public long PriceScale { get; init; } = Grid.UnitsPerOne;

    /// <summary>May prices be negative?</summary>
    public bool AllowNegative { get; init; }

    /// <summary>Are the newest rows first?</summary>
    public bool Descending { get; init; }

    /// <summary>Is a row's number a record of JSON rather than a line?</summary>
    public bool IsJson { get; init; }

    /// <summary>Does a snapshot of the book come early in the feed?</summary>
    public bool HasSnapshot { get; init; }

    /// <summary>Has it a column that names the instrument?</summary>
    public bool IsLong => Columns.Any(c => c.Use == Use.Symbol);
}
