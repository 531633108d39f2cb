namespace Slipstream.Journal;

/// <summary>The end of a run that was stopped in order, with its counts.</summary>
/// <param name="Events">Market events fed.</param>
/// <param name="Decisions">Decisions recorded.</param>
/// <param name="Intents">Intents yielded.</param>
/// <param name="Orders">Orders sent.</param>
/// <param name="Fills">Fills counted.</param>
/// <param name="StateHash">Hash of the core's final state.</param>
public readonly record struct RunEnded(long Events, long Decisions, long Intents, long Orders, long Fills, ContentHash StateHash);
