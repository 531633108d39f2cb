namespace Slipstream.Runtime.Configuration;

/// <summary>A configuration that can't be run, with every error found in it.</summary>
/// <param name="errors">One sentence each: where, what is wrong, what to do.</param>
public sealed class ConfigException(IReadOnlyList<string> errors) : Exception(string.Join(Environment.NewLine, errors))
{
    /// <summary>One sentence each: where, what is wrong, what to do.</summary>
    public IReadOnlyList<string> Errors { get; } = errors;
}
