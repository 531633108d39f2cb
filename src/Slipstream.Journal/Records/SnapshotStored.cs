namespace Slipstream.Journal;

/// <summary>An input file lies in <c>snapshots/</c> under its content hash.</summary>
/// <param name="Kind">What it is, such as <c>strategy-source</c>.</param>
/// <param name="Name">The file's own name.</param>
/// <param name="Sha256">Hash of its content, and its name in <c>snapshots/</c>.</param>
/// <param name="Length">Bytes.</param>
public readonly record struct SnapshotStored(string Kind, string Name, ContentHash Sha256, long Length);
