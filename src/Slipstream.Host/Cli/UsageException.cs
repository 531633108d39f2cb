namespace Slipstream.Host.Cli;

/// <summary>The command line can't be meant like this; the message says what to write instead.</summary>
internal sealed class UsageException(string message) : Exception(message);
