namespace Slipstream.Journal;

/// <summary>What the check of a journal found.</summary>
public sealed record VerifyReport
{
    /// <summary>Records read, all good.</summary>
    public required long Records { get; init; }

    /// <summary>Blocks read, all good.</summary>
    public required long Blocks { get; init; }

    /// <summary>Segments read.</summary>
    public required int Segments { get; init; }

    /// <summary>Bytes of the journal read; tapes not counted.</summary>
    public required long Bytes { get; init; }

    /// <summary>Hash of the last good block: note it elsewhere, and nobody can rewrite the whole journal unseen.</summary>
    public required ContentHash LastHash { get; init; }

    /// <summary>Was the run stopped in order?</summary>
    public required bool Closed { get; init; }

    /// <summary>Bytes behind the last whole block, left by a crash; recovery cuts them.</summary>
    public required long TornTailBytes { get; init; }

    /// <summary>Tapes read whole and equal to what the journal says of them.</summary>
    public IReadOnlyList<string> TapesVerified { get; init; } = [];

    /// <summary>Tapes of which the journal tells and which were deleted: the run can't be replayed.</summary>
    public IReadOnlyList<string> TapesRetired { get; init; } = [];

    /// <summary>Events on the tapes verified.</summary>
    public long TapeEvents { get; init; }

    /// <summary>Kept input files that are what their hash says.</summary>
    public int SnapshotsVerified { get; init; }

    /// <summary>Kept input files that are not there.</summary>
    public IReadOnlyList<string> SnapshotsMissing { get; init; } = [];

    /// <summary>The first damage; null where all is as it was written.</summary>
    public JournalDamage? Damage { get; init; }

    /// <summary>Is all as it was written, a torn tail aside?</summary>
    public bool IsIntact => Damage is null;
}
