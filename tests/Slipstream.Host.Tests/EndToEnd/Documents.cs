namespace Slipstream.Host.Tests.EndToEnd;

/// <summary>What README and docs show: fenced blocks, and the command lines in them.</summary>
internal static class Documents
{
    public static IEnumerable<string> All => ["README.md", .. Directory.EnumerateFiles(Path.Combine(Shell.Root, "docs"), "*.md", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Shell.Root, f)).Order(StringComparer.Ordinal)];

    /// <summary>Returns the fenced blocks of a language; of none with an empty text.</summary>
    public static IEnumerable<string> Blocks(string document, string language)
    {
        var parts = ("\n" + File.ReadAllText(Path.Combine(Shell.Root, document))).Split("\n```");
        return parts.Where((part, i) => i % 2 == 1 && part.StartsWith(language + "\n", StringComparison.Ordinal)).Select(part => part[(language.Length + 1)..]);
    }

    /// <summary>Returns the lines of blocks, fenced or indented, that start slipstream; without comments.</summary>
    public static IEnumerable<string> Commands(string document) => Blocks(document, "").Concat(Blocks(document, "sh")).SelectMany(b => b.Split('\n'))
        .Concat(File.ReadLines(Path.Combine(Shell.Root, document)).Where(l => l.StartsWith("    slipstream ", StringComparison.Ordinal)))
        .Select(l => l.Split(" #")[0].Trim().Replace("./slipstream", "slipstream", StringComparison.Ordinal))
        .Where(l => l.StartsWith("slipstream ", StringComparison.Ordinal) || l.Contains("| slipstream ", StringComparison.Ordinal));
}
