namespace Slipstream.Lake;

/// <summary>Data that cannot be used. The message is one clear sentence for a person: which file and line, what is wrong, what to do.</summary>
public sealed class DataException : Exception
{
    /// <summary>Creates it with its message.</summary>
    public DataException(string message)
        : base(message)
    {
    }

    /// <summary>Creates it with its message and what caused it.</summary>
    public DataException(string message, Exception inner)
        : base(message, inner)
    {
    }

    /// <summary>Creates it without a message.</summary>
    public DataException()
    {
    }
}
