namespace Slipstream.Journal;

/// <summary>What a commit waits for.</summary>
public enum Durability
{
    /// <summary>The operating system has the bytes: a killed process loses nothing, a power cut may.</summary>
    Buffered = 1,

    /// <summary>The disk has the bytes: a power cut loses nothing either.</summary>
    Fsync = 2,
}
