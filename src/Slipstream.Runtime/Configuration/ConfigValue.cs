namespace Slipstream.Runtime.Configuration;

/// <summary>A value as it was given, and by whom.</summary>
/// <param name="Text">The value's text.</param>
/// <param name="Origin">Where it was given: <c>run.json:12</c>, or <c>--cash</c>.</param>
public readonly record struct ConfigValue(string Text, string Origin)
{
    /// <summary>Was it given on the command line, which goes before any file?</summary>
    public bool IsOfCommandLine => Origin?.StartsWith('-') ?? false;
}
