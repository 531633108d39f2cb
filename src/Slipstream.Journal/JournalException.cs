namespace Slipstream.Journal;

/// <summary>A journal or tape can't be read or written; the message says what, where and what to do.</summary>
public class JournalException : Exception
{
    /// <summary>Creates it without a message.</summary>
    public JournalException()
    {
    }

    /// <summary>Creates it.</summary>
    public JournalException(string message)
        : base(message)
    {
    }

    /// <summary>Creates it with its cause.</summary>
    public JournalException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Creates it for a file or directory.</summary>
    public JournalException(string message, string path, Exception? innerException = null)
        : base(message, innerException) => Path = path;

    /// <summary>The file or directory; empty where none is concerned.</summary>
    public string Path { get; } = "";

    internal static JournalException Of(string doing, string path, Exception cause) => new($"{doing} {path} failed: {cause.Message}", path, cause);
}
