using Slipstream.Domain;

namespace Slipstream.Engine.Risk;

/// <summary>The risk gate's answer: a proof, or a refusal.</summary>
public readonly struct GateVerdict
{
    private readonly ApprovedOrder? _approved;
    private readonly Refusal? _refusal;

    internal GateVerdict(ApprovedOrder approved) => _approved = approved;

    internal GateVerdict(Refusal refusal) => _refusal = refusal;

    /// <summary>Hands the answer to whichever case it is.</summary>
    public T Match<T>(Func<ApprovedOrder, T> approved, Func<Refusal, T> refused) =>
        _approved is not null ? approved(_approved) : refused(_refusal ?? throw new InvalidOperationException("A verdict was used that no gate gave."));

    /// <summary>Is it a proof? Then <paramref name="approved"/> is set, otherwise <paramref name="refusal"/>.</summary>
    public bool IsApproved(
        [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out ApprovedOrder? approved,
        [System.Diagnostics.CodeAnalysis.NotNullWhen(false)] out Refusal? refusal)
    {
        approved = _approved;
        refusal = _refusal;
        return approved is not null;
    }
}
