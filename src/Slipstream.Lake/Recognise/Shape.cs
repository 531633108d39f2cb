using Slipstream.Lake.Reading;

namespace Slipstream.Lake.Recognise;

/// <summary>What the columns of a file were recognised as.</summary>
/// <param name="Kind">What a row tells.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Note">How that was recognised.</param>
/// <param name="BarTimes">What the column's name says about bar times.</param>
/// <param name="FixedZone">Zone that this format always has.</param>
internal sealed record Shape(RowKind Kind, Column[] Columns, string Note, BarTimes? BarTimes = null, string? FixedZone = null)
{
    /// <summary>Returns the place of a use; -1 if there is none.</summary>
    public int Find(Use use, int slot = 0) => Array.FindIndex(Columns, c => c.Use == use && (use is not (Use.Price or Use.Size) || c.Slot == slot));
}
