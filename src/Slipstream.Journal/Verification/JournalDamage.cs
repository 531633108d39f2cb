namespace Slipstream.Journal;

/// <summary>Where a journal or one of its tapes is not what was written.</summary>
/// <param name="Kind">What is damaged.</param>
/// <param name="File">Path of the file.</param>
/// <param name="Offset">Byte in the file at which the damaged record, block or header starts.</param>
/// <param name="Sequence">The damaged record, or the first of the damaged block; for a tape the number of its first event.</param>
/// <param name="LastSequence">The last of the damaged block; the same as <paramref name="Sequence"/> for a single record or where the block's header can't be trusted.</param>
/// <param name="What">One sentence for people.</param>
public sealed record JournalDamage(DamageKind Kind, string File, long Offset, long Sequence, long LastSequence, string What)
{
    /// <inheritdoc/>
    public override string ToString() => $"{What} ({File}, byte {Offset})";
}
