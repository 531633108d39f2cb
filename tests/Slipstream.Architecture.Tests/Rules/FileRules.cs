using System.Text.RegularExpressions;
using Slipstream.Architecture.Tests.Model;

namespace Slipstream.Architecture.Tests.Rules;

/// <summary>A reader finds a type by its file's name and never scrolls far.</summary>
internal static partial class FileRules
{
    /// <summary>Lines that a file may have.</summary>
    public const int MostLines = 400;

    private static readonly string[] Generators = ["[GeneratedRegex", "[LibraryImport", "[JsonSerializable", "JsonSerializerContext", "[LoggerMessage"];

    /// <summary>One public type a file, of at most <see cref="MostLines"/> lines, without regions and without hand-written partials.</summary>
    public static IEnumerable<Violation> Check(House house) => house.Files.SelectMany(Check);

    private static IEnumerable<Violation> Check(SourceFile file)
    {
        var lines = file.Text.AsSpan().TrimEnd('\n').Count('\n') + 1;
        if (lines > MostLines)
        {
            yield return new("file length", file.Path, $"has {lines} lines, more than {MostLines}");
        }

        var code = RawString().Replace(file.Text, "\"\"");
        var types = PublicType().Matches(code).Select(match => match.Groups["name"].Value).Distinct().ToArray();
        if (types.Length > 1)
        {
            yield return new("one public type a file", file.Path, $"has {string.Join(" and ", types)}");
        }

        if (Region().IsMatch(code))
        {
            yield return new("no regions", file.Path, "has a #region");
        }

        if (Partial().IsMatch(code) && !Generators.Any(generator => code.Contains(generator, StringComparison.Ordinal)))
        {
            yield return new("no hand-written partials", file.Path, "has a partial type that no source generator needs");
        }
    }

    // Types of a file-scoped namespace begin at the margin; nested ones do not.
    [GeneratedRegex(@"^public\s+(?:(?:static|sealed|abstract|readonly|ref|partial|unsafe|file)\s+)*(?:class|struct|interface|enum|record(?:\s+(?:class|struct))?|delegate\s+[\w<>\[\]?.,]+)\s+(?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex PublicType();

    [GeneratedRegex(@"^\s*#\s*region\b", RegexOptions.Multiline)]
    private static partial Regex Region();

    [GeneratedRegex(@"^\s*[\w\s]*\bpartial\s+(?:class|struct|record|interface)\b", RegexOptions.Multiline)]
    private static partial Regex Partial();

    [GeneratedRegex("\"{3,}.*?\"{3,}", RegexOptions.Singleline)]
    private static partial Regex RawString();
}
