using Slipstream.Domain;

namespace Slipstream.Runtime.StrategyLoading;

/// <summary>A strategy ready to run, and what proves which one it is.</summary>
/// <param name="Strategy">The strategy, its parameters set; an alpha model comes wrapped in <see cref="AlphaStrategy"/>.</param>
/// <param name="Id">Its name, such as <c>ema-cross</c>.</param>
/// <param name="VersionHash">SHA-256 over source and effective parameters, 64 hex digits; the same in Debug and Release.</param>
/// <param name="Parameters">Effective parameters by name, defaults included, in name order; given as settings they bind to the same values.</param>
/// <param name="Source">Where it came from; null for one that ships.</param>
public sealed record LoadedStrategy(Strategy Strategy, string Id, string VersionHash, IReadOnlyDictionary<string, string> Parameters, SourceSnapshot? Source);
