using System.Globalization;

namespace Slipstream.Runtime.Configuration;

/// <summary>One option of the configuration: the schema, the checks, the defaults and the help all come from it.</summary>
/// <param name="Path">Where it stands, such as <c>execution.fee.model</c>; <c>[]</c> marks a list, <c>*</c> any name.</param>
/// <param name="Type">What it holds.</param>
/// <param name="Description">What it means, with its unit.</param>
public sealed record ConfigOption(string Path, OptionType Type, string Description)
{
    /// <summary>Value where none is given; null where there is none.</summary>
    public string? Default { get; init; }

    /// <summary>Smallest number allowed.</summary>
    public decimal? Min { get; init; }

    /// <summary>Largest number allowed.</summary>
    public decimal? Max { get; init; }

    /// <summary>The words allowed; null for any.</summary>
    public IReadOnlyList<string>? Choices { get; init; }

    /// <summary>Does it decide what the run does? Then it is part of the config hash.</summary>
    public bool Decides { get; init; } = true;

    /// <summary>Does a path of a document match this option?</summary>
    public bool Matches(string path)
    {
        var pattern = Path.Split('.');
        var parts = path.Split('.', pattern.Length);
        return parts.Length == pattern.Length && pattern.Zip(parts).All(p => Part(p.First, p.Second));
    }

    private static bool Part(string pattern, string part)
    {
        if (!pattern.EndsWith("[]", StringComparison.Ordinal))
        {
            return pattern == "*" || pattern == part;
        }

        var bracket = part.IndexOf('[', StringComparison.Ordinal);
        return bracket > 0 && part[..bracket] == pattern[..^2] && part[^1] == ']' && ushort.TryParse(part.AsSpan(bracket + 1, part.Length - bracket - 2), NumberStyles.None, CultureInfo.InvariantCulture, out _);
    }
}
