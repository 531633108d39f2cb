namespace Slipstream.Lake;

/// <summary>What was recognised in a file.</summary>
/// <param name="File">The file.</param>
/// <param name="Lines">What was recognised, a sentence a line, for people.</param>
public sealed record Recognition(string File, IReadOnlyList<string> Lines);
