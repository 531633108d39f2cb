namespace Slipstream.Simulation;

/// <summary>A model that can be chosen by name.</summary>
/// <param name="Name">Name in the configuration.</param>
/// <param name="Description">Its rule in one line.</param>
/// <param name="Options">Its options.</param>
public sealed record ModelEntry(string Name, string Description, IReadOnlyList<ModelOption> Options);
