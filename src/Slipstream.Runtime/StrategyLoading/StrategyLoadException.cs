namespace Slipstream.Runtime.StrategyLoading;

/// <summary>A strategy or its parameters can't be used. The message is for the person who named them.</summary>
public sealed class StrategyLoadException : Exception
{
    /// <summary>Creates it.</summary>
    /// <param name="message">What is wrong, where, and what to do.</param>
    public StrategyLoadException(string message)
        : base(message)
    {
    }

    /// <summary>Creates it.</summary>
    /// <param name="message">What is wrong, where, and what to do.</param>
    /// <param name="cause">What was thrown.</param>
    public StrategyLoadException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
