namespace Slipstream.Runtime.Replays;

/// <summary>The first record in which a replay differs from its journal.</summary>
/// <param name="Sequence">The journal's record.</param>
/// <param name="Expected">What the journal holds, as JSON; null if it holds nothing more.</param>
/// <param name="Actual">What the replay led to, as JSON; null if it led to nothing.</param>
public sealed record Divergence(long Sequence, string? Expected, string? Actual);
