namespace Slipstream.Journal;

/// <summary>The hash of the core's state after an input.</summary>
/// <param name="Hash">SHA-256 of the state.</param>
public readonly record struct StateHash(ContentHash Hash);
