namespace Slipstream.Domain;

/// <summary>One price level of a book.</summary>
/// <param name="Price">The price.</param>
/// <param name="Size">Base units resting there.</param>
public readonly record struct DepthLevel(Price Price, double Size);
