namespace Slipstream.Runtime.StrategyLoading;

/// <summary>All that is needed to load a strategy again, whatever has become of its file.</summary>
/// <param name="Kind">Source or assembly.</param>
/// <param name="Name">The file's name, without its folder.</param>
/// <param name="TypeName">Full name of the type that was chosen.</param>
/// <param name="Bytes">The file's bytes.</param>
public sealed record SourceSnapshot(SourceKind Kind, string Name, string TypeName, ReadOnlyMemory<byte> Bytes);
