namespace Slipstream.Host.Tests.EndToEnd;

/// <summary>What a round of the kill drill found; it throws where anything was lost.</summary>
/// <param name="Ended">Had the run ended by itself before it was killed?</param>
/// <param name="Acknowledged">Records that a reader had been shown before the kill.</param>
/// <param name="Records">Records that are left.</param>
/// <param name="TornBytes">Bytes of a block that was being written.</param>
public sealed record KillOutcome(bool Ended, int Acknowledged, int Records, long TornBytes);
