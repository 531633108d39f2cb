using Slipstream.Domain;
using Slipstream.Engine.Risk;

namespace Slipstream.Engine.Core;

/// <summary>What a core is made from. Equal settings and equal inputs give equal effects.</summary>
public sealed record CoreSettings
{
    /// <summary>Instruments of the run.</summary>
    public required Universe Universe { get; init; }

    /// <summary>Mode of the run; it is told to the strategy and changes nothing in the core.</summary>
    public required Mode Mode { get; init; }

    /// <summary>Currency that equity is told in.</summary>
    public required Currency AccountCurrency { get; init; }

    /// <summary>Cash at the start.</summary>
    public required IReadOnlyList<Money> Cash { get; init; }

    /// <summary>Account currency per unit of other currencies, where no instrument tells.</summary>
    public IReadOnlyDictionary<Currency, double> FixedRates { get; init; } = new Dictionary<Currency, double>();

    /// <summary>Risk limits.</summary>
    public RiskLimits Limits { get; init; } = new();

    /// <summary>Seed of the strategy's random numbers.</summary>
    public ulong Seed { get; init; }

    /// <summary>Are decisions recorded that lead to no intent?</summary>
    public bool RecordBareDecisions { get; init; }
}
