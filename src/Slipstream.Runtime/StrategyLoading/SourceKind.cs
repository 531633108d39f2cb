namespace Slipstream.Runtime.StrategyLoading;

/// <summary>What a strategy that doesn't ship with Slipstream was loaded from.</summary>
public enum SourceKind : byte
{
    /// <summary>One C# file.</summary>
    CSharp = 1,

    /// <summary>A compiled assembly.</summary>
    Assembly = 2,
}
