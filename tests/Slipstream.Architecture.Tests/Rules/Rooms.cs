namespace Slipstream.Architecture.Tests.Rules;

/// <summary>The rooms of the house and who may know whom: the table of the design. A project that is not here may not exist.</summary>
internal static class Rooms
{
    private static readonly Dictionary<string, string[]> Table = new()
    {
        ["Domain"] = [],
        ["Quant"] = [],
        ["Strategies"] = ["Domain", "Quant"],
        ["Simulation"] = ["Domain", "Quant"],
        ["Engine"] = ["Domain", "Quant"],
        ["Bank"] = ["Domain", "Quant"],
        ["Journal"] = ["Domain"],
        ["Lake"] = ["Domain"],
        ["Adapters"] = ["Domain", "Quant", "Engine", "Simulation", "Journal", "Lake"],
        ["Runtime"] = ["Domain", "Quant", "Strategies", "Simulation", "Engine", "Bank", "Journal", "Lake", "Adapters"],
        ["Host"] = ["Domain", "Quant", "Strategies", "Simulation", "Engine", "Bank", "Journal", "Lake", "Adapters", "Runtime"],
    };

    /// <summary>Names begin with it.</summary>
    public const string Prefix = "Slipstream.";

    /// <summary>The projects without clock, I/O, threads, logger and container.</summary>
    public static IReadOnlyList<string> Pure { get; } =
        [.. new[] { "Domain", "Quant", "Strategies", "Simulation", "Engine", "Bank" }.Select(room => Prefix + room)];

    /// <summary>Is it a room of the house?</summary>
    public static bool Exists(string project) => project.StartsWith(Prefix, StringComparison.Ordinal) && Table.ContainsKey(project[Prefix.Length..]);

    /// <summary>May one project know the other?</summary>
    public static bool MayUse(string project, string other) =>
        Exists(project) && Exists(other) && Table[project[Prefix.Length..]].Contains(other[Prefix.Length..]);
}
