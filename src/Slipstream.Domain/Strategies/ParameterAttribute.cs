namespace Slipstream.Domain;

/// <summary>Marks a property of a strategy that its user may set: int, long, double, bool, string or an enum, with its default in the initialiser.</summary>
/// <param name="description">What it means, with its unit.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ParameterAttribute(string description) : Attribute
{
    /// <summary>What it means, with its unit.</summary>
    public string Description { get; } = description;

    /// <summary>Smallest value allowed.</summary>
    public double Min { get; init; } = double.NegativeInfinity;

    /// <summary>Largest value allowed.</summary>
    public double Max { get; init; } = double.PositiveInfinity;
}
