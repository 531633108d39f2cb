namespace Slipstream.Adapters;

/// <summary>A feed that can't be used; the message says where and what to send instead.</summary>
/// <param name="message">For people.</param>
public sealed class FeedException(string message) : Exception(message);
