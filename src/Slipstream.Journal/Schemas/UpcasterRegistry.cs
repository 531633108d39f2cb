using System.Buffers;

namespace Slipstream.Journal;

/// <summary>All known lifts from old versions to new ones. Immutable.</summary>
public sealed class UpcasterRegistry
{
    private readonly Dictionary<(RecordType Type, ushort From), Upcaster> _steps = [];

    /// <summary>Creates it.</summary>
    /// <exception cref="ArgumentException">Two lifts of the same type and version.</exception>
    public UpcasterRegistry(params IEnumerable<Upcaster> upcasters)
    {
        foreach (var upcaster in upcasters)
        {
            if (!_steps.TryAdd((upcaster.Type, upcaster.From), upcaster))
            {
                throw new ArgumentException($"Two upcasters lift {upcaster.Type} from version {upcaster.From}.", nameof(upcasters));
            }
        }
    }

    /// <summary>The journal's own: none yet, all its records are in their first version.</summary>
    public static UpcasterRegistry Journal { get; } = new();

    /// <summary>Returns the payload in version <paramref name="to"/>, lifted step by step.</summary>
    /// <exception cref="JournalException">The payload is newer than <paramref name="to"/>, or a step is missing.</exception>
    public ReadOnlySpan<byte> Upcast(RecordType type, ushort version, ushort to, ReadOnlySpan<byte> payload)
    {
        if (version > to)
        {
            throw new JournalException($"A {type} record has schema version {version}; this program knows up to {to}: use a newer one.");
        }

        for (var from = version; from < to; from++)
        {
            if (!_steps.TryGetValue((type, from), out var step))
            {
                throw new JournalException($"No upcaster lifts {type} records from version {from} to {from + 1}.");
            }

            var lifted = new ArrayBufferWriter<byte>(payload.Length + 64);
            step.Upcast(payload, lifted);
            payload = lifted.WrittenSpan;
        }

        return payload;
    }
}
