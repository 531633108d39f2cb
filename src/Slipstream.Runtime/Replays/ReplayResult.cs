namespace Slipstream.Runtime.Replays;

/// <summary>What a replay found.</summary>
/// <param name="RunId">The run's id.</param>
/// <param name="Mode">Mode of the run that was replayed.</param>
/// <param name="Strategy">Its strategy.</param>
/// <param name="Records">Records of the journal that were read.</param>
/// <param name="Matched">Records that the replay led to again, bit for bit.</param>
/// <param name="Events">Market events that were fed.</param>
/// <param name="StateHash">Hash of the core's state at the end, hex.</param>
/// <param name="FirstDivergence">Where it differs; null if nowhere.</param>
/// <param name="Note">What limits the proof, such as a run that was killed, or inputs that retention dropped; null for nothing.</param>
/// <param name="InputsMissing">Are the market data gone, so that nothing could be proved?</param>
/// <param name="ElapsedMs">Wall time in milliseconds.</param>
public sealed record ReplayResult(
    string RunId,
    string Mode,
    string Strategy,
    long Records,
    long Matched,
    long Events,
    string StateHash,
    Divergence? FirstDivergence,
    string? Note,
    bool InputsMissing,
    double ElapsedMs);
