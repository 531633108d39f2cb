namespace Slipstream.Journal;

/// <summary>A journal or tape was damaged or forged. Nothing after the damage can be trusted.</summary>
public sealed class JournalCorruptException : JournalException
{
    /// <summary>Creates it.</summary>
    public JournalCorruptException(JournalDamage damage)
        : base(damage.ToString(), damage.File) => Damage = damage;

    /// <summary>Where and what.</summary>
    public JournalDamage Damage { get; }
}
