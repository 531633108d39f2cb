namespace Slipstream.Runtime.StrategyLoading;

/// <summary>A strategy as named by a person: a file with perhaps a type in it, or the name of a shipped one.</summary>
internal readonly record struct StrategyReference(SourceKind? Kind, string Name, string? TypeName)
{
    public static StrategyReference Parse(string text)
    {
        if (KindOf(text) is { } kind)
        {
            return new(kind, text, null);
        }

        var colon = text.LastIndexOf(':');
        return colon > 0 && KindOf(text[..colon]) is { } kindBefore
            ? new(kindBefore, text[..colon], text[(colon + 1)..])
            : new(null, text, null);
    }

    private static SourceKind? KindOf(string path) =>
        path.EndsWith(".cs", StringComparison.OrdinalIgnoreCase) ? SourceKind.CSharp
        : path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) ? SourceKind.Assembly
        : null;
}
