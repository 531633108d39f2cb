namespace Slipstream.Lake.Reading;

/// <summary>A column of a file.</summary>
/// <param name="Use">What it is used for.</param>
/// <param name="Slot">Which price or size: open 0, high 1, low 2, close 3; bid 0, ask 1; the ask bar 4 to 7; else its order.</param>
/// <param name="Name">Its name.</param>
internal readonly record struct Column(Use Use, int Slot, string Name);
