namespace Slipstream.Domain;

/// <summary>That a strategy decided something, on which input, and why. Mode, strategy id and version hash stand once in the run's header.</summary>
public readonly record struct Decision
{
    /// <summary>Number in the run.</summary>
    public required DecisionId Id { get; init; }

    /// <summary>The input's time.</summary>
    public required Instant Time { get; init; }

    /// <summary>Sequence number of the input that was decided on; the journal tells by content hash where that input lies.</summary>
    public required long InputsRef { get; init; }

    /// <summary>The strategy's reason in words; empty where it gave none.</summary>
    public string Rationale { get => field ?? ""; init => field = string.IsNullOrEmpty(value) ? null : value; }

    /// <summary>Free tags; empty where it gave none.</summary>
    public IReadOnlyList<string> Tags { get => field ?? []; init; }
}
