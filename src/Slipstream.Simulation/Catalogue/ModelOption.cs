namespace Slipstream.Simulation;

/// <summary>An option of a model, for schema and help.</summary>
/// <param name="Name">Name in the configuration.</param>
/// <param name="Default">Value where none is given, as text; empty where it may be left out and then has no fixed value.</param>
/// <param name="Description">What it means, with unit and range.</param>
public sealed record ModelOption(string Name, string Default, string Description)
{
    /// <summary>The words it may be; empty where it is a number.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];
}
