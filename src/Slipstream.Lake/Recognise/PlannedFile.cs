namespace Slipstream.Lake.Recognise;

/// <summary>A file to be read when its turn comes.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Layout">How to read it, found when it is opened.</param>
internal sealed record PlannedFile(string Path, Func<FileLayout> Layout);
