namespace Slipstream.Domain;

/// <summary>A place of trading, by its short name such as <c>binance-usdm</c> or <c>sim</c>.</summary>
/// <param name="Name">Lower-case name.</param>
public readonly record struct Venue(string Name)
{
    /// <summary>The simulated venue.</summary>
    public static Venue Simulated { get; } = new("sim");

    /// <inheritdoc/>
    public override string ToString() => Name;
}
