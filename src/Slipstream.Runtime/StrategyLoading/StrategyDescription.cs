using Slipstream.Domain;

namespace Slipstream.Runtime.StrategyLoading;

/// <summary>What <c>slipstream strategies</c> tells of one.</summary>
/// <param name="Metadata">What it says of itself, with default parameters.</param>
/// <param name="Parameters">What its user may set, in name order.</param>
public sealed record StrategyDescription(StrategyMetadata Metadata, IReadOnlyList<ParameterDescription> Parameters);
