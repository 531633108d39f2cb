namespace Slipstream.Lake;

/// <summary>A row that was not used.</summary>
/// <param name="File">Its file.</param>
/// <param name="Line">Its line, from 1; for JSON the record's number.</param>
/// <param name="Reason">Why.</param>
/// <param name="Detail">Why, with the values.</param>
/// <param name="Text">The row, cut to 200 characters.</param>
public sealed record QuarantinedRow(string File, long Line, QuarantineReason Reason, string Detail, string Text)
{
    /// <summary>Returns <c>file:line: detail: text</c>.</summary>
    public override string ToString() => $"{File}:{Line}: {Detail}: {Text}";
}
