namespace Slipstream.Simulation;

/// <summary>In which currency a fee of a spot buy is charged; all other fees are charged in the quote currency.</summary>
public enum FeeCurrency
{
    /// <summary>Always the quote currency.</summary>
    Quote = 1,

    /// <summary>The base currency for spot buys, out of what was bought, as crypto exchanges do.</summary>
    Base = 2,
}
